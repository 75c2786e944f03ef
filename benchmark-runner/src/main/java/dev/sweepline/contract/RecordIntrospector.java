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
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of a contract off its record: a component without {@code @Nullable} refuses null,
 * every component must be present unless it is newer than the file, enums are written in lower
 * case.
 */
final class RecordIntrospector extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  private final int fileMinor;

  RecordIntrospector(int fileMinor) {
    this.fileMinor = fileMinor;
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    RecordComponent component = componentOf(member);
    if (component == null
        || component.getDeclaringRecord().isAnnotationPresent(WrittenByOthers.class)) {
      return null;
    }
    Since since = component.getAnnotation(Since.class);
    return since == null || since.minor() <= fileMinor;
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    RecordComponent component = componentOf(annotated);
    if (component == null) {
      return JsonSetter.Value.empty();
    }
    AnnotatedType type = component.getAnnotatedType();
    return JsonSetter.Value.construct(nulls(type), contentNulls(type));
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    String[] lower = names.clone();
    for (int i = 0; i < constants.length; i++) {
      lower[i] = constants[i].name().toLowerCase(Locale.ROOT);
    }
    return lower;
  }

  private static Nulls nulls(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class) ? Nulls.DEFAULT : Nulls.FAIL;
  }

  /** The rule for a list's elements and a map's values: the last type argument's. */
  private static Nulls contentNulls(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
      return nulls(arguments[arguments.length - 1]);
    }
    return Nulls.DEFAULT;
  }

  private static @Nullable RecordComponent componentOf(Annotated annotated) {
    if (annotated instanceof AnnotatedParameter parameter
        && parameter.getDeclaringClass().isRecord()
        && parameter.getOwner().getParameterCount()
            == parameter.getDeclaringClass().getRecordComponents().length) {
      return parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
    }
    return null;
  }
}
