package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.dataset.ExtraBody;
import dev.sweepline.runner.trace.Trace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The loads that the options ask for.
 *
 * @param options how much load
 * @param target endpoint and limits of the answers
 * @param timeouts of each request
 * @param stops what ends a load early
 * @param prompts of the dataset
 * @param trace of {@code --trace}; null without
 */
record LoadPlan(
    LoadOptions options,
    TargetOptions target,
    TimeoutOptions timeouts,
    StopOptions stops,
    int prompts,
    @Nullable Trace trace) {
  /**
   * The loads, in the order of the command line.
   *
   * @throws UserError exit code 2 when options contradict, 64 when the dataset is too small
   */
  List<Load> loads() {
    new LoadRules(options, target, stops).check();
    List<LoadBuilder> shapes = shapes();
    List<Load> loads = shapes.stream().map(shape -> load(shape, shapes.size() > 1)).toList();
    for (Load load : loads) {
      new PromptSupply(options.repeatPrompts, prompts).check(load);
    }
    if (loads.stream().distinct().count() < loads.size()) {
      throw new UserError(ExitCode.USAGE, "the same load is asked for twice");
    }
    return loads;
  }

  private List<LoadBuilder> shapes() {
    Ramp ramp = options.shape.ramp;
    if (trace != null) {
      return List.of(LoadBuilder.trace(trace.sha256()));
    }
    if (ramp != null) {
      return List.of(paced(LoadBuilder.ramp(ramp.from(), ramp.to(), ramp.seconds())));
    }
    return Stream.concat(
            options.shape.rates.stream().map(rate -> paced(Load.open(rate))),
            options.shape.concurrency.stream().map(LoadPlan::closed))
        .toList();
  }

  private LoadBuilder paced(LoadBuilder load) {
    Arrival spacing = options.burstiness == null ? Arrival.CONSTANT : Arrival.GAMMA;
    return load.arrival(options.arrival == null ? spacing : options.arrival)
        .burstiness(options.burstiness);
  }

  private static LoadBuilder closed(int slots) {
    if (slots < 1) {
      throw new UserError(ExitCode.USAGE, "--concurrency: must be >= 1, got: " + slots);
    }
    return Load.closed(slots);
  }

  private Load load(LoadBuilder shape, boolean several) {
    boolean unique = options.prefix.unique || (several && !options.prefix.keep);
    try {
      return stops
          .apply(shape)
          .requests(requests())
          .durationS(durationS())
          .maxInFlight(options.maxInFlight)
          .maxConnections(options.maxConnections)
          .warmupRequests(options.warmupRequests)
          .drain(options.drain ? Boolean.TRUE : null)
          .uniquePrefix(unique ? Boolean.TRUE : null)
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

  private @Nullable Double durationS() {
    Ramp ramp = options.shape.ramp;
    LoadOptions.Extent extent = options.extent;
    return ramp != null ? (Double) ramp.seconds() : extent == null ? null : extent.durationS;
  }

  private @Nullable Integer requests() {
    Integer asked = options.extent == null ? null : options.extent.maxPrompts;
    int available = trace == null ? prompts : trace.slots().size();
    if (trace != null && asked != null) {
      return Math.min(asked, available);
    }
    return asked != null || durationS() != null ? asked : (Integer) available;
  }
}
