package dev.sweepline.generator.rules;

import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelFacts;
import org.jspecify.annotations.Nullable;

/**
 * What rules are told beside the configuration. What is null is unknown, and rules that need it are
 * silent.
 *
 * @param version of vLLM
 * @param model facts of the configuration's model
 * @param gpu that it will run on
 */
public record Context(VllmVersion version, @Nullable ModelFacts model, @Nullable Gpu gpu) {
  /** Only the version is known. */
  public static Context of(VllmVersion version) {
    return new Context(version, null, null);
  }
}
