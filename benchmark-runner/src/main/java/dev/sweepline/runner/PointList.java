package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.dataset.BodyEncoder;
import dev.sweepline.runner.dataset.Dataset;
import dev.sweepline.runner.load.LoadPoint;
import dev.sweepline.runner.load.Shuffle;
import dev.sweepline.runner.trace.SlotPrompts;
import dev.sweepline.runner.trace.Trace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each load of a call sends.
 *
 * @param dataset the prompts
 * @param trace that all loads follow; null without
 * @param repeats whether a prompt may be used again
 */
record PointList(Dataset dataset, @Nullable Trace trace, boolean repeats) {
  /**
   * What is sent, in the order of the bodies: the dataset, or of a trace a prompt for each slot.
   *
   * @throws UserError exit code 64 when a trace needs a prompt twice and that was not allowed
   */
  Dataset content() {
    if (trace == null) {
      return dataset;
    }
    List<PromptLine> prompts = new SlotPrompts(dataset.prompts()).of(trace);
    if (!repeats && prompts.stream().map(PromptLine::id).distinct().count() < prompts.size()) {
      throw new UserError(
          ExitCode.REFUSED,
          "--trace: its %d requests need some of the %d prompts twice; add --repeat-prompts or"
                  .formatted(prompts.size(), dataset.prompts().size())
              + " --unique-prefix");
    }
    return new Dataset(dataset.ref(), prompts);
  }

  /** What of a trace is not played as it is; empty when all of it is. */
  Optional<String> note() {
    if (trace == null || (trace.leftOut() == 0 && lengthsMatter())) {
      return Optional.empty();
    }
    return Optional.of(
        "--trace: %d requests with an answer of 0 tokens are left out; prompts are chosen %s"
            .formatted(
                trace.leftOut(),
                lengthsMatter()
                    ? "by their length"
                    : "in their order: the trace or the dataset has no lengths"));
  }

  private boolean lengthsMatter() {
    return trace != null
        && trace.hasInputLengths()
        && dataset.prompts().stream().anyMatch(prompt -> prompt.promptLength() != null);
  }

  /**
   * The loads in the order in which they run.
   *
   * @param loads in the order of the command line, which differ in their shape alone
   * @param repeat which start of the server
   */
  List<LoadPoint> points(List<Load> loads, BodyEncoder encoder, Dataset content, int repeat) {
    List<Payload> payloads = encoder.encode(content);
    return Shuffle.of(loads, loads.get(0).seed(), repeat).stream()
        .map(load -> new LoadPoint(load, payloads, trace == null ? null : trace.times()))
        .toList();
  }
}
