package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.dataset.ExtraBody;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the options into the load that is asked for, checked against the dataset. */
final class LoadPlan {
  private LoadPlan() {}

  /**
   * The load.
   *
   * @param prompts of the dataset
   * @throws UserError exit code 2 when options contradict, 64 when the dataset is too small
   */
  static Load of(LoadOptions options, TargetOptions target, TimeoutOptions timeouts, int prompts) {
    RequestRate rate = options.shape.rate;
    LoadOptions.Extent extent = options.extent;
    Double durationS = extent == null ? null : extent.durationS;
    Integer maxPrompts = extent == null ? null : extent.maxPrompts;
    checkShape(options, rate, durationS);
    checkPrompts(options, maxPrompts, durationS, prompts);
    try {
      LoadBuilder load =
          rate == null
              ? Load.closed(Objects.requireNonNull(options.shape.concurrency, "concurrency"))
              : Load.open(rate).arrival(options.arrival);
      return load
          .maxConnections(options.maxConnections)
          .requests(durationS != null ? null : maxPrompts != null ? maxPrompts : (Integer) prompts)
          .durationS(durationS)
          .warmupRequests(options.warmupRequests)
          .seed(options.seed)
          .endpoint(target.endpoint)
          .maxOutputTokens(target.maxOutputTokens)
          .ignoreEos(target.ignoreEos)
          .stream(target.noStream ? Boolean.FALSE : null)
          .endpoints(target.baseUrls.size() == 1 ? null : (Integer) target.baseUrls.size())
          .balancing(target.baseUrls.size() == 1 ? null : target.balancing)
          .extraBody(ExtraBody.parse(target.extraBody).canonical())
          .maxRetries(timeouts.retries == 0 ? null : (Integer) timeouts.retries)
          .connectTimeoutS(TimeoutOptions.limit(timeouts.connectS))
          .firstTokenTimeoutS(TimeoutOptions.limit(timeouts.firstTokenS))
          .idleTimeoutS(TimeoutOptions.limit(timeouts.idleS))
          .totalTimeoutS(TimeoutOptions.limit(timeouts.totalS))
          .build();
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, "the load cannot be: " + e.getMessage(), e);
    }
  }

  private static void checkShape(
      LoadOptions options, @Nullable RequestRate rate, @Nullable Double durationS) {
    Integer concurrency = options.shape.concurrency;
    Integer connections = options.maxConnections;
    if (rate != null && rate.isInfinite() && durationS != null) {
      throw new UserError(
          ExitCode.USAGE, "--duration: has no meaning with --request-rate inf; use --max-prompts");
    }
    if (concurrency != null && connections != null && connections < concurrency) {
      throw new UserError(
          ExitCode.USAGE,
          "--max-connections: must be >= --concurrency (%d), got: %d"
              .formatted(concurrency, connections));
    }
  }

  private static void checkPrompts(
      LoadOptions options, @Nullable Integer maxPrompts, @Nullable Double durationS, int prompts) {
    if (options.repeatPrompts) {
      return;
    }
    if (maxPrompts != null && maxPrompts > prompts) {
      throw new UserError(
          ExitCode.REFUSED,
          "--max-prompts %d: the dataset has %d; add --repeat-prompts to use them again"
              .formatted(maxPrompts, prompts));
    }
    RequestRate rate = options.shape.rate;
    if (durationS != null && (rate == null || rate.perSecond() * durationS > prompts)) {
      throw new UserError(
          ExitCode.REFUSED,
          "--duration %s: may need more than the %d prompts of the dataset; add --repeat-prompts"
              .formatted(durationS, prompts));
    }
  }
}
