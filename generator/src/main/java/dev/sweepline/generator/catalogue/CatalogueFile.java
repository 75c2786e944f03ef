package dev.sweepline.generator.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sweepline.generator.yaml.Yaml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it is written.
 *
 * @param versions release lines that are known
 * @param observed those of which more than names and kinds were read from the parser
 * @param options in the order of the newest parser
 */
record CatalogueFile(List<VllmVersion> versions, List<VllmVersion> observed, List<Entry> options) {
  /** One option; what is null has the usual value. */
  record Entry(
      String name,
      @Nullable List<String> aliases,
      Flag.@Nullable Kind kind,
      @Nullable ValueType type,
      Flag.@Nullable Values values,
      @Nullable List<String> choices,
      @Nullable List<String> fields,
      @JsonProperty("default") @Nullable Object defaultValue,
      @Nullable VllmVersion since,
      @Nullable VllmVersion removed,
      @Nullable String instead,
      @Nullable VllmVersion announced) {
    Flag flag() {
      return new Flag(
          name,
          aliases == null ? List.of() : aliases,
          kind == null ? Flag.Kind.VALUE : kind,
          type == null ? ValueType.TEXT : type,
          values == null ? Flag.Values.ONE : values,
          choices == null ? List.of() : choices,
          fields == null ? List.of() : fields,
          defaultValue,
          new Flag.Life(since, removed, instead, announced));
    }
  }

  /** The one that belongs to the program. */
  static final CatalogueFile BUNDLED =
      Yaml.resource(CatalogueFile.class, CatalogueFile.class, "flags.yaml");

  /** Every option of any version. */
  static final List<Flag> FLAGS = BUNDLED.options().stream().map(Entry::flag).toList();
}
