package dev.sweepline.runner.load;

/** Arrivals at rate one, stretched by the curve of the rate over time. */
final class CurvedArrivals implements ArrivalSchedule {
  private final UnitArrivals units;
  private final RateCurve curve;
  private long lastNs;

  CurvedArrivals(UnitArrivals units, RateCurve curve) {
    this.units = units;
    this.curve = curve;
  }

  /** Rounding of the inverse must not turn two slots round. */
  @Override
  public long nextNs() {
    lastNs = Math.max(lastNs, curve.nanosAt(units.next()));
    return lastNs;
  }
}
