package dev.sweepline.simulator.engine;

import java.util.List;

/**
 * What one step of an engine does.
 *
 * @param endsAt when its tokens are there, on the clock that the scheduler was given
 * @param emitted the sequences that get one token each
 * @param sequences in the batch
 * @param tokens in the batch
 */
public record Step(long endsAt, List<Sequence> emitted, int sequences, int tokens) {
  public Step {
    emitted = List.copyOf(emitted);
  }

  /** Whether there was nothing to do. */
  public boolean idle() {
    return sequences == 0;
  }

  /** The same of a slower engine. */
  public Step slowedBy(double factor, long begunAt) {
    long end = begunAt + Math.round((endsAt - begunAt) * factor);
    return new Step(end, emitted, sequences, tokens);
  }
}
