package dev.sweepline.generator.sweep.design;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.sweepline.contract.ConfigKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds where every key has one of its values.
 *
 * @param wanted by the one name of each key
 */
public record Match(Map<String, List<Object>> wanted) {
  public Match {
    wanted = Map.copyOf(wanted);
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("must name a key and its value");
    }
  }

  /** From keys with a value or a list of values each. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Match of(LinkedHashMap<String, Object> written) {
    Map<String, List<Object>> wanted = new LinkedHashMap<>();
    written.forEach((key, value) -> wanted.put(ConfigKey.of(key).name(), values(value)));
    return new Match(wanted);
  }

  private static List<Object> values(@Nullable Object value) {
    return value instanceof List<?> several
        ? several.stream().map(Scalars::checked).toList()
        : List.of(Scalars.checked(value));
  }

  /**
   * Whether it holds.
   *
   * @param values by the one name of a key, null where it is not stated
   */
  public boolean holds(Function<String, @Nullable Object> values) {
    return wanted.entrySet().stream()
        .allMatch(
            entry -> {
              Object value = values.apply(entry.getKey());
              return entry.getValue().stream().anyMatch(level -> Scalars.same(level, value));
            });
  }

  @Override
  public String toString() {
    return wanted.entrySet().stream()
        .map(
            it ->
                it.getKey()
                    + "="
                    + it.getValue().stream().map(String::valueOf).collect(joining("|")))
        .sorted()
        .collect(joining(" "));
  }
}
