package dev.sweepline.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code datasets/<name>.manifest.json}: what a dataset is.
 *
 * @param file name of the prompts' file, beside this one
 * @param sha256 of that file's bytes
 * @param prompts lines in it
 * @param seed that made it; null for imported text
 * @param tokenizer what counted the tokens; null when lengths are estimates
 * @param lengthEstimate how lengths were estimated; null when a tokenizer counted
 * @param uniquePrompts different prompts among them
 * @param promptTokens lengths of the prompts
 * @param outputTokens limits that are sent
 */
public record DatasetManifest(
    String schemaVersion,
    String name,
    String file,
    String sha256,
    int prompts,
    @Nullable Long seed,
    @Nullable String tokenizer,
    @Nullable String lengthEstimate,
    int uniquePrompts,
    Lengths promptTokens,
    Lengths outputTokens,
    Tool tool) {
  public DatasetManifest {
    Rules.notBlank("name", name);
    Rules.notBlank("file", file);
    Rules.sha256("sha256", sha256);
    Rules.atLeast("prompts", prompts, 1);
    Rules.atLeast("unique_prompts", uniquePrompts, 1);
  }

  /**
   * A distribution of lengths in tokens.
   *
   * @param histogram neighbouring buckets that cover all
   */
  public record Lengths(
      int min, double mean, double p50, double p95, int max, List<Bucket> histogram) {
    public Lengths {
      histogram = List.copyOf(histogram);
    }
  }

  /** Lengths from (included) to (excluded). */
  public record Bucket(int from, int to, int count) {
    public Bucket {
      Rules.hold(from < to, "to", "must be > from", to);
      Rules.atLeast("count", count, 0);
    }
  }
}
