package dev.sweepline.runner.trace;

import dev.sweepline.runner.load.TraceTimes;
import java.util.Comparator;
import java.util.List;

/**
 * A trace that was read.
 *
 * @param sha256 of the file's bytes
 * @param slots in order of their times, at least one
 * @param leftOut slots of the file without an answer to ask for
 */
public record Trace(String sha256, List<TraceSlot> slots, int leftOut) {
  public Trace {
    slots = List.copyOf(slots);
  }

  /** Whether any slot says how long its prompt was. */
  public boolean hasInputLengths() {
    return slots.stream().anyMatch(slot -> slot.inputTokens() != null);
  }

  static Trace of(String sha256, List<TraceSlot> all) {
    List<TraceSlot> playable =
        all.stream()
            .filter(TraceSlot::isPlayable)
            .sorted(Comparator.comparingLong(TraceSlot::atNs))
            .toList();
    return new Trace(sha256, playable, all.size() - playable.size());
  }

  /** When the slots are due. */
  public TraceTimes times() {
    return new TraceTimes(slots.stream().mapToLong(TraceSlot::atNs).toArray());
  }
}
