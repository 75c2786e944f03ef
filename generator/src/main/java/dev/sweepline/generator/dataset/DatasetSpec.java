package dev.sweepline.generator.dataset;

import java.util.List;

/**
 * A dataset that is asked for.
 *
 * @param name of its file, without the ending
 * @param stream what separates its random numbers from those of other datasets of the same seed
 * @param prompts how many
 * @param mix of lengths
 * @param maxOutputTokens cap on what an answer may take
 * @param seed of all that is random
 */
public record DatasetSpec(
    String name, String stream, int prompts, LengthMix mix, int maxOutputTokens, long seed) {
  private static final int MOST_PROMPTS = 1_000_000;

  public DatasetSpec {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw new IllegalArgumentException(
          "the name of a dataset must be letters, digits, dots, dashes and underscores, got: "
              + name);
    }
    if (prompts < 1 || prompts > MOST_PROMPTS) {
      throw new IllegalArgumentException(
          "prompts must be from 1 to %d, got: %d".formatted(MOST_PROMPTS, prompts));
    }
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException("output tokens must be >= 1, got: " + maxOutputTokens);
    }
  }

  /** A single dataset; its prompts depend on the seed and the counts, not on its name. */
  public static DatasetSpec custom(
      String name, int prompts, LengthMix mix, int maxOutputTokens, long seed) {
    return new DatasetSpec(name, "custom", prompts, mix, maxOutputTokens, seed);
  }

  /** The five standard datasets. */
  public static List<DatasetSpec> suite(long seed) {
    return List.of(
        suite("quick_test", 100, LengthMix.of(0.4, 0.5, 0.1), 256, seed),
        suite("medium_balanced", 500, LengthMix.of(0.3, 0.5, 0.2), 512, seed),
        suite("large_throughput", 1000, LengthMix.of(0.3, 0.5, 0.2), 512, seed),
        suite("short_latency", 500, LengthMix.of(0.9, 0.1, 0), 256, seed),
        suite("long_context", 300, LengthMix.of(0, 0.3, 0.7), 1024, seed));
  }

  private static DatasetSpec suite(
      String name, int prompts, LengthMix mix, int maxOutputTokens, long seed) {
    return new DatasetSpec(name, name, prompts, mix, maxOutputTokens, seed);
  }
}
