package dev.sweepline.runner.server;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself.
 *
 * @param baseUrl that was asked
 * @param models that it lists
 * @param version null when it does not say
 */
record ServerFacts(String baseUrl, List<String> models, @Nullable String version) {
  public ServerFacts {
    models = List.copyOf(models);
  }

  /**
   * The model to ask for.
   *
   * @param wanted null for the first one that the server lists
   * @throws UserError when the server does not list it, exit code 64
   */
  String model(@Nullable String wanted) {
    if (models.isEmpty()) {
      throw new UserError(
          ExitCode.REFUSED, "%s/v1/models lists no model; wait for it".formatted(baseUrl));
    }
    if (wanted == null) {
      return models.get(0);
    }
    if (!models.contains(wanted)) {
      throw new UserError(
          ExitCode.REFUSED,
          "--model %s: %s does not list it; it lists %s"
              .formatted(wanted, baseUrl, String.join(", ", models)));
    }
    return wanted;
  }
}
