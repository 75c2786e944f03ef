package dev.sweepline.generator.plan;

import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the servers besides their configurations.
 *
 * @param version of vLLM; null for the newest known
 * @param model its facts; null to look them up by its name
 * @param gpu kind of GPU; null when it shall not matter
 */
public record ServerFacts(
    @Nullable VllmVersion version, @Nullable ModelFacts model, @Nullable Gpu gpu) {
  /** Nothing is known. */
  public static final ServerFacts NONE = new ServerFacts(null, null, null);

  /** The options that the servers have. */
  public FlagCatalogue catalogue() {
    return version == null ? FlagCatalogue.newest() : FlagCatalogue.of(version);
  }
}
