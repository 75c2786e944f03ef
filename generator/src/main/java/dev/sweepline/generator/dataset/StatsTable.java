package dev.sweepline.generator.dataset;

import dev.sweepline.contract.DatasetManifest;
import dev.sweepline.contract.DatasetManifest.Bucket;
import dev.sweepline.contract.DatasetManifest.Lengths;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What datasets hold, as a table of 80 columns with a histogram of each. */
public final class StatsTable {
  private static final String ROW = "%-18s %7s %7s %8s %6s %6s %6s %7s %7s";
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private StatsTable() {}

  /** The table, a line each. */
  public static List<String> lines(List<DatasetManifest> manifests) {
    return Stream.of(
            List.of(
                String.format(
                    Locale.ROOT, ROW, "", "", "", "prompt", "tokens", "", "", "output", ""),
                String.format(
                    Locale.ROOT,
                    ROW,
                    "dataset",
                    "prompts",
                    "unique",
                    "min",
                    "p50",
                    "p95",
                    "max",
                    "p50",
                    "max")),
            manifests.stream().map(StatsTable::row).toList(),
            List.of("", "prompt tokens, in buckets that double"),
            manifests.stream().map(StatsTable::histogram).toList())
        .flatMap(List::stream)
        .map(String::stripTrailing)
        .toList();
  }

  private static String row(DatasetManifest manifest) {
    Lengths prompt = manifest.promptTokens();
    Lengths output = manifest.outputTokens();
    return String.format(
        Locale.ROOT,
        ROW,
        cut(manifest.name()),
        manifest.prompts(),
        manifest.uniquePrompts(),
        prompt.min(),
        Math.round(prompt.p50()),
        Math.round(prompt.p95()),
        prompt.max(),
        Math.round(output.p50()),
        output.max());
  }

  private static String histogram(DatasetManifest manifest) {
    List<Bucket> buckets = manifest.promptTokens().histogram();
    int most = buckets.stream().mapToInt(Bucket::count).max().orElse(1);
    String bars =
        buckets.stream().map(bucket -> bar(bucket.count(), most)).collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "%-18s %5d %s %d",
        cut(manifest.name()),
        buckets.get(0).from(),
        bars,
        buckets.get(buckets.size() - 1).to());
  }

  /** A bucket that is empty is a blank; any other is at least the lowest bar. */
  private static String bar(int count, int most) {
    int level = (int) Math.ceil((double) count * BARS.length() / most);
    return count == 0 ? " " : BARS.substring(level - 1, level);
  }

  private static String cut(String name) {
    return name.length() <= 18 ? name : name.substring(0, 17) + "…";
  }
}
