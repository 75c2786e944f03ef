package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson the rules of a contract: a component without {@code @Nullable} refuses null, every
 * component must be present unless it is newer than the file, enums are written in lower case.
 */
final class RecordIntrospector extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  private final int fileMinor;

  RecordIntrospector(int fileMinor) {
    this.fileMinor = fileMinor;
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    ContractKey key = keyOf(member);
    return key == null ? null : (Boolean) key.isRequiredIn(fileMinor);
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    ContractKey key = keyOf(annotated);
    return key == null
        ? JsonSetter.Value.empty()
        : JsonSetter.Value.construct(nulls(key.type()), contentNulls(key.type()));
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    String[] written = names.clone();
    for (int i = 0; i < constants.length; i++) {
      written[i] = ContractTypes.written(constants[i]);
    }
    return written;
  }

  private static Nulls nulls(AnnotatedType type) {
    return ContractKey.isNullable(type) ? Nulls.DEFAULT : Nulls.FAIL;
  }

  /** The rule for a list's elements and a map's values: the last type argument's. */
  private static Nulls contentNulls(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
      return nulls(arguments[arguments.length - 1]);
    }
    return Nulls.DEFAULT;
  }

  private static @Nullable ContractKey keyOf(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return null;
    }
    List<ContractKey> keys = ContractKey.of(parameter.getDeclaringClass());
    return keys.size() == parameter.getOwner().getParameterCount()
        ? keys.get(parameter.getIndex())
        : null;
  }
}
