package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.sweep.design.Match;
import dev.sweepline.generator.sweep.design.SweepPart;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as it is written.
 *
 * @param title for people
 * @param vllmVersion that the settings are checked against; null for the newest
 * @param base what every configuration starts from; null for that of the shipped phases
 * @param modelConfig the model's {@code config.json}; null for a model that is known by its name
 * @param gpu kind of GPU, for what depends on it; null when it shall not matter
 * @param parts whose points are joined
 * @param reference the configuration that others are compared with; null for none
 * @param repeats server starts of each experiment; null for what the planning command says
 * @param loads that every start runs; null for what the planning command says
 * @param slo limits that an answer must keep; null for none
 */
public record SweepFile(
    @Nullable String title,
    @Nullable String vllmVersion,
    @Nullable ServerConfig base,
    @Nullable Path modelConfig,
    @Nullable String gpu,
    List<SweepPart> parts,
    @Nullable Match reference,
    @Nullable Integer repeats,
    @Nullable SweepLoads loads,
    @Nullable SweepSlo slo) {
  private static final int MOST_REPEATS = 1000;

  public SweepFile {
    if (parts == null || parts.isEmpty()) {
      throw new IllegalArgumentException("parts must list at least one part");
    }
    parts = List.copyOf(parts);
    if (vllmVersion != null) {
      VllmVersion.parse(vllmVersion);
    }
    if (base != null && base.text("model") == null) {
      throw new IllegalArgumentException("base must name a model_path");
    }
    if (repeats != null && (repeats < 1 || repeats > MOST_REPEATS)) {
      throw new IllegalArgumentException(
          "repeats must be from 1 to %d, got: %d".formatted(MOST_REPEATS, repeats));
    }
  }

  /** Server starts of each experiment, 1 when it does not say. */
  public int repeatCount() {
    return repeats == null ? 1 : repeats;
  }

  /** Loads of every start, 1 when it does not say. */
  public int loadCount() {
    return loads == null ? 1 : loads.points(null).size();
  }
}
