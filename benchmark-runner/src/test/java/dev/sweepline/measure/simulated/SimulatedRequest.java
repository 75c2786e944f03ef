package dev.sweepline.measure.simulated;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import java.util.Arrays;

/** A request on its way through the simulation. */
final class SimulatedRequest {
  final int index;
  final Phase phase;
  final long dueUs;
  final long readyUs;
  final int outputTokens;
  long sentUs;
  int tokens;
  private long firstUs;
  private long lastUs;
  private int[] gaps = new int[16];
  private int[] gapTokens = new int[16];
  private int events;

  SimulatedRequest(int index, Phase phase, long dueUs, long readyUs, int outputTokens) {
    this.index = index;
    this.phase = phase;
    this.dueUs = dueUs;
    this.readyUs = readyUs;
    this.outputTokens = outputTokens;
  }

  /** An event with some tokens reaches the client. */
  void receive(long us, int more) {
    int brought = Math.min(more, outputTokens - tokens);
    tokens += brought;
    if (events == 0) {
      firstUs = us;
    } else {
      if (events > gaps.length) {
        gaps = Arrays.copyOf(gaps, 2 * gaps.length);
        gapTokens = Arrays.copyOf(gapTokens, 2 * gapTokens.length);
      }
      gaps[events - 1] = (int) (us - lastUs);
      gapTokens[events - 1] = brought;
    }
    lastUs = us;
    events++;
  }

  boolean isDone() {
    return tokens >= outputTokens;
  }

  RequestRecord record(Answer answer, boolean sendTimeKnown) {
    Outcome outcome = answer.outcome();
    boolean some = outcome.isSuccess();
    return new RequestRecord(
        "sim-" + index,
        index,
        "prompt-" + index,
        phase,
        "http://127.0.0.1:8000",
        dueUs,
        sendTimeKnown ? Long.valueOf(dueUs) : null,
        sendTimeKnown ? Long.valueOf(sentUs) : null,
        null,
        some ? Long.valueOf(firstUs) : null,
        some ? Long.valueOf(firstUs) : null,
        null,
        some ? Long.valueOf(lastUs) : null,
        lastUs,
        100,
        some ? Integer.valueOf((int) Math.round(answer.toldShare() * tokens)) : null,
        some ? answer.source() : null,
        some ? events : 0,
        outputTokens,
        some ? "length" : null,
        some ? Ints.copyOf(gaps, events - 1) : Ints.EMPTY,
        some ? Ints.copyOf(gapTokens, events - 1) : null,
        outcome,
        some || outcome == Outcome.EMPTY ? Integer.valueOf(200) : null,
        0,
        some ? null : "failed");
  }
}
