package dev.sweepline.runner.load;

/** Slots as a trace has them. */
final class TraceArrivals implements ArrivalSchedule {
  private final TraceTimes times;
  private int slot;

  TraceArrivals(TraceTimes times) {
    this.times = times;
  }

  @Override
  public long nextNs() {
    return slot == times.size() ? NEVER : times.offsetNs(slot++);
  }
}
