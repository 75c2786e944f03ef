package dev.sweepline.runner.load;

/** Slot i at i gaps: multiplied, never accumulated, so a long run does not drift. */
final class ConstantArrivals implements ArrivalSchedule {
  private final double gapNs;
  private long slot;

  ConstantArrivals(double gapNs) {
    this.gapNs = gapNs;
  }

  @Override
  public long nextNs() {
    return Math.round(slot++ * gapNs);
  }
}
