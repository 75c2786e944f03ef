package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Jackson, with everything forbidden that it would otherwise put up with. */
final class ContractMapper {
  private ContractMapper() {}

  /** For files of a minor version. Expensive to make; thread-safe. */
  static ObjectMapper of(int fileMinor) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .annotationIntrospector(
                AnnotationIntrospector.pair(
                    new RecordIntrospector(fileMinor), new JacksonAnnotationIntrospector()))
            .addModule(new ContractTypes())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                fileMinor <= SchemaVersion.CURRENT.minor())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS));
    for (CoercionInputShape shape : CoercionInputShape.values()) {
      builder.withCoercionConfigDefaults(
          coercions -> coercions.setCoercion(shape, CoercionAction.Fail));
    }
    return builder.build();
  }
}
