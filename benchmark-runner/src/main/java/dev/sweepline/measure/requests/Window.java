package dev.sweepline.measure.requests;

/**
 * A span of a run, both ends included.
 *
 * @param fromUs microseconds since the run's start
 * @param toUs at or after {@code fromUs}
 */
public record Window(long fromUs, long toUs) {
  /** Its length in microseconds. */
  public long lengthUs() {
    return toUs - fromUs;
  }

  /** Whether a time falls into it. */
  public boolean holds(long timeUs) {
    return timeUs >= fromUs && timeUs <= toUs;
  }

  /**
   * A part of it.
   *
   * @param from share of its length, 0 to 1
   * @param to likewise, at or after {@code from}
   */
  public Window part(double from, double to) {
    return new Window(fromUs + Math.round(lengthUs() * from), fromUs + Math.round(lengthUs() * to));
  }
}
