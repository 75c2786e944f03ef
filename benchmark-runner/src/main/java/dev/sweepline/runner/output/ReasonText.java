package dev.sweepline.runner.output;

import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.measure.verdict.Guide;
import dev.sweepline.measure.verdict.Verdicts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** A verdict's reason in words, wrapped to 80 columns. */
final class ReasonText {
  private static final int WIDTH = 74;
  private static final String INDENT = "\n    ";
  private static final int MOST_ITEMS = 4;

  private ReasonText() {}

  static String of(Reason reason) {
    List<String> numbers =
        new TreeMap<>(reason.evidence()).entrySet().stream().map(ReasonText::number).toList();
    String head =
        "%s: %s; %s."
            .formatted(
                reason.code(),
                some(numbers),
                reason.voids().isEmpty() ? "a note" : "voids " + some(reason.voids()));
    Optional<Guide> guide = Verdicts.guide(reason.code());
    String words = guide.map(known -> " " + known.why() + " " + known.advice()).orElse("");
    return "  " + WordUtils.wrap(head + words.replace("`", ""), WIDTH, INDENT, false);
  }

  private static String number(Map.Entry<String, Double> entry) {
    return String.format(Locale.ROOT, "%s %.4g", entry.getKey(), entry.getValue());
  }

  private static String some(List<String> items) {
    int more = items.size() - MOST_ITEMS;
    String shown = items.stream().limit(MOST_ITEMS).collect(Collectors.joining(", "));
    return more > 0 ? "%s and %d more".formatted(shown, more) : shown;
  }
}
