package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.access.ApiKey;
import dev.sweepline.runner.access.Header;
import dev.sweepline.runner.access.Trust;
import dev.sweepline.runner.client.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the options into the servers that are loaded, and the way to them. */
final class TargetPlan {
  private TargetPlan() {}

  /**
   * The servers, in the order given.
   *
   * @throws UserError when one is no URL or is given twice, exit code 2
   */
  static List<Target> targets(TargetOptions options) {
    List<Target> targets = options.baseUrls.stream().map(Target::parse).toList();
    Set<String> seen = new HashSet<>();
    for (Target target : targets) {
      if (!seen.add(target.baseUrl())) {
        throw new UserError(
            ExitCode.USAGE, "--base-url %s: is given twice".formatted(target.baseUrl()));
      }
    }
    return targets;
  }

  /**
   * The way to them.
   *
   * @param warnings gets a line for what is unwise
   * @throws UserError when a key, header or certificate is not fit
   */
  static Access access(AccessOptions options, List<Target> targets, Consumer<String> warnings) {
    return new Access(
        ApiKey.find(options.apiKeyFile, ApiKey.ofEnvironment(), warnings),
        options.headers.stream().map(Header::parse).toList(),
        trust(options.proof, targets));
  }

  private static @Nullable Trust trust(AccessOptions.@Nullable Proof proof, List<Target> targets) {
    if (proof != null && proof.caFile != null) {
      return Trust.ofCertificates(proof.caFile);
    }
    if (targets.stream().noneMatch(Target::isSecure)) {
      return null;
    }
    return proof == null ? Trust.ofSystem() : Trust.ofAll();
  }
}
