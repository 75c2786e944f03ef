package dev.sweepline.generator.dataset;

import org.jspecify.annotations.Nullable;

/**
 * How prompts are made, beyond what every dataset states.
 *
 * @param counter what lengths are counted by
 * @param prompts lengths in tokens; null for the bands of the mix
 * @param outputs lengths in tokens; null for those that go with the prompt's band
 * @param prefixGroups shared beginnings; prompts take them in turn; 0 for none
 * @param prefixTokens length of each, which adds to that of the prompt
 */
public record DatasetShape(
    TokenCounter counter,
    @Nullable LengthDistribution prompts,
    @Nullable LengthDistribution outputs,
    int prefixGroups,
    int prefixTokens) {
  public DatasetShape {
    if (prefixGroups < 0 || prefixTokens < 0 || (prefixGroups == 0) != (prefixTokens == 0)) {
      throw new IllegalArgumentException(
          "shared prefixes need --prefix-groups and --prefix-tokens, both >= 1");
    }
  }

  /** Bands of the mix, estimated, nothing shared. */
  public static DatasetShape plain() {
    return new DatasetShape(new WordCount(), null, null, 0, 0);
  }
}
