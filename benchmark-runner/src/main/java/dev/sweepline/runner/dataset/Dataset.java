package dev.sweepline.runner.dataset;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.PromptLine;
import java.util.List;

/**
 * Prompts that were read.
 *
 * @param ref as the run's header names it
 * @param prompts in the file's order, at least one
 */
public record Dataset(DatasetRef ref, List<PromptLine> prompts) {
  public Dataset {
    prompts = List.copyOf(prompts);
  }
}
