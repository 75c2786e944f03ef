package dev.sweepline.runner;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A rate that changes evenly over time.
 *
 * @param from requests per second at the start
 * @param to requests per second at the end
 * @param seconds of the change
 */
record Ramp(double from, double to, double seconds) {
  private static final int PARTS = 3;

  /** Arrivals that are expected while it lasts. */
  double arrivals() {
    return (from + to) / 2 * seconds;
  }

  /** Reads {@code FROM:TO:SECONDS}. */
  static final class Converter implements ITypeConverter<Ramp> {
    @Override
    public Ramp convert(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length != PARTS) {
        throw wrong(text);
      }
      try {
        Ramp ramp =
            new Ramp(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]));
        if (ramp.isPossible()) {
          return ramp;
        }
      } catch (NumberFormatException e) {
        // Answered like a number that cannot be.
      }
      throw wrong(text);
    }

    private static TypeConversionException wrong(String text) {
      return new TypeConversionException(
          "must be FROM:TO:SECONDS with two rates >= 0, not both 0, and seconds > 0, got: " + text);
    }
  }

  private boolean isPossible() {
    return from >= 0 && to >= 0 && seconds > 0 && arrivals() > 0 && Double.isFinite(arrivals());
  }
}
