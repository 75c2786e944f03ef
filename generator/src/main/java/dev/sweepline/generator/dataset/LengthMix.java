package dev.sweepline.generator.dataset;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much of a dataset each band of lengths gets; the shares sum to 1. */
public final class LengthMix {
  private static final double ROUNDING = 1e-9;

  private final Map<LengthBand, Double> shares;

  private LengthMix(Map<LengthBand, Double> shares) {
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!(Math.abs(sum - 1) < ROUNDING)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "shares must sum to 1, got: %.4f", sum));
    }
    this.shares = Collections.unmodifiableMap(new EnumMap<>(shares));
  }

  static LengthMix of(double shortShare, double mediumShare, double longShare) {
    return new LengthMix(
        Map.of(
            LengthBand.SHORT, shortShare,
            LengthBand.MEDIUM, mediumShare,
            LengthBand.LONG, longShare));
  }

  /**
   * From {@code short=0.2,medium=0.6,long=0.2}; a band that is left out has none.
   *
   * @throws IllegalArgumentException when it has another form, or does not sum to 1
   */
  public static LengthMix parse(String text) {
    Map<LengthBand, Double> shares = new EnumMap<>(LengthBand.class);
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("must be like short=0.2,medium=0.6,long=0.2");
      }
      LengthBand band = LengthBand.of(part.substring(0, equals).strip());
      if (shares.put(band, share(part.substring(equals + 1).strip())) != null) {
        throw new IllegalArgumentException(band.label() + " is given twice");
      }
    }
    return new LengthMix(shares);
  }

  private static double share(String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a share must be from 0 to 1, got: " + text);
    }
    return value;
  }

  /** Whole numbers in these proportions that sum to {@code total}; largest remainders round up. */
  Map<LengthBand, Integer> counts(int total) {
    Map<LengthBand, Integer> counts = new EnumMap<>(LengthBand.class);
    shares.forEach((band, share) -> counts.put(band, (int) Math.floor(share * total + ROUNDING)));
    int missing = total - counts.values().stream().mapToInt(Integer::intValue).sum();
    List<LengthBand> byRemainder =
        shares.keySet().stream()
            .sorted(Comparator.comparingDouble(band -> -remainder(band, counts, total)))
            .toList();
    byRemainder.stream().limit(missing).forEach(band -> counts.merge(band, 1, Integer::sum));
    return counts;
  }

  private double remainder(LengthBand band, Map<LengthBand, Integer> counts, int total) {
    return shares.getOrDefault(band, 0.0) * total - counts.getOrDefault(band, 0);
  }
}
