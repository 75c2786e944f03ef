package dev.sweepline.generator.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a site wants to be asked for GPUs.
 *
 * @param gres for {@code --gres}, with {@code ${gpus}} in it, or {@code none}; null for {@code
 *     --gpus-per-node}
 */
public record GpuRequest(@Nullable String gres) {
  static final String NUMBER = "${gpus}";
  private static final String NONE = "none";

  /** The option of {@code sbatch} for this many GPUs of each node; empty for none. */
  public Optional<String> option(@Nullable Integer gpus) {
    if (gpus == null || NONE.equals(gres)) {
      return Optional.empty();
    }
    return Optional.of(
        gres == null ? "gpus-per-node=" + gpus : "gres=" + gres.replace(NUMBER, gpus.toString()));
  }

  static boolean isNone(String gres) {
    return gres.equals(NONE);
  }
}
