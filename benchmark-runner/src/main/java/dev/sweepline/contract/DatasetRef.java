package dev.sweepline.contract;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The dataset of a run.
 *
 * @param name file name without its ending
 * @param sha256 of the file's bytes
 * @param prompts lines in it
 * @param tokenizer what counted its tokens; null when nothing did
 */
public record DatasetRef(String name, String sha256, int prompts, @Nullable String tokenizer)
    implements Serializable {
  public DatasetRef {
    Rules.notBlank("name", name);
    Rules.sha256("sha256", sha256);
    Rules.atLeast("prompts", prompts, 1);
  }
}
