package dev.sweepline.analytics.read;

import dev.sweepline.contract.DatasetRef;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run's dataset; null where a foreign file does not say.
 *
 * @param name without a file ending
 * @param sha256 of its bytes
 * @param prompts lines in it
 * @param tokenizer what counted its tokens
 */
public record DatasetFacts(
    @Nullable String name,
    @Nullable String sha256,
    @Nullable Integer prompts,
    @Nullable String tokenizer)
    implements Serializable {
  static DatasetFacts of(DatasetRef dataset) {
    return new DatasetFacts(
        dataset.name(), dataset.sha256(), dataset.prompts(), dataset.tokenizer());
  }

  static DatasetFacts named(@Nullable String name) {
    return new DatasetFacts(name, null, null, null);
  }
}
