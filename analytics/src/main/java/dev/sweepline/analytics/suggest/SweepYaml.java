package dev.sweepline.analytics.suggest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.analytics.table.PlainNumber;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A suggested sweep as {@code config --sweep} reads it. Values are written as JSON, which YAML
 * holds as it is: no text of a configuration can become a key of the file.
 */
public final class SweepYaml {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "config_";

  private SweepYaml() {}

  /**
   * The file's text.
   *
   * @param configColumns columns of the table that are configuration keys
   */
  public static String of(SuggestedSweep sweep, Collection<String> configColumns) {
    List<String> varying = sweep.axes().stream().map(Axis::column).toList();
    StringBuilder out = new StringBuilder();
    out.append(
        "# The next round: %d runs. Afterwards: aggregate --look second\n".formatted(sweep.runs()));
    out.append("title: \"focused on the best set\"\n");
    out.append("base:\n");
    for (String column : configColumns) {
      Object value = sweep.base().values().get(column);
      if (value != null && !varying.contains(column)) {
        out.append("  %s: %s\n".formatted(key(column), scalar(value)));
      }
    }
    out.append("parts:\n  - name: focused\n    axes:\n");
    for (Axis axis : sweep.axes()) {
      Object typed = sweep.base().values().get(axis.column());
      out.append("      %s: %s\n".formatted(key(axis.column()), levels(axis, typed)));
    }
    out.append("repeats: %d\n".formatted(sweep.repeats()));
    loads(out, sweep.loads());
    return out.toString();
  }

  private static void loads(StringBuilder out, SuggestedLoads loads) {
    if (loads.rates().isEmpty() && loads.concurrency().isEmpty()) {
      return;
    }
    out.append("loads:\n");
    if (!loads.rates().isEmpty()) {
      out.append("  request_rate: %s\n".formatted(numbers(loads.rates())));
    }
    if (!loads.concurrency().isEmpty()) {
      out.append("  concurrency: %s\n".formatted(numbers(loads.concurrency())));
    }
    Double requests = loads.requests();
    if (requests != null) {
      out.append("  max_prompts: %s\n".formatted(PlainNumber.format(requests)));
    }
  }

  private static String key(String column) {
    return json(column.startsWith(PREFIX) ? column.substring(PREFIX.length()) : column);
  }

  private static String levels(Axis axis, @Nullable Object typed) {
    return axis.levels().stream()
        .map(level -> typed instanceof Number || typed instanceof Boolean ? level : json(level))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String numbers(List<Double> numbers) {
    return numbers.stream()
        .map(number -> number.isInfinite() ? "inf" : PlainNumber.format(number))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String scalar(Object value) {
    return value instanceof Number number
        ? PlainNumber.format(number)
        : value instanceof Boolean ? value.toString() : json(value);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text is always JSON", e);
    }
  }
}
