package dev.sweepline.runner.load;

/** The i-th at i: counted, never accumulated, so a long run does not drift. */
final class EvenArrivals implements UnitArrivals {
  private long slot;

  @Override
  public double next() {
    return slot++;
  }
}
