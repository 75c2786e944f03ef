package dev.sweepline.measure.server;

import dev.sweepline.contract.Sample;
import dev.sweepline.measure.store.PackedLongs;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The samples of one engine, in the order of adding. Not thread-safe. */
final class EngineLog implements Serializable {
  private static final long serialVersionUID = 1;

  private static final Quantity[] QUANTITIES = Quantity.values();
  private static final Comparator<Labels> BY_TIME =
      Comparator.comparingLong(Labels::atUs).thenComparing(labels -> labels.values().toString());

  private final PackedLongs values = new PackedLongs();
  private final ArrayList<Labels> labels = new ArrayList<>();

  /** The server's {@code cache_config_info} at a time. */
  private record Labels(long atUs, LinkedHashMap<String, String> values) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  void add(Sample sample) {
    values.add(sample.atUs());
    for (Quantity quantity : QUANTITIES) {
      values.add(packed(quantity.of(sample)));
    }
    Map<String, String> config = sample.cacheConfig();
    if (config != null) {
      labels.add(new Labels(sample.atUs(), new LinkedHashMap<>(config)));
    }
  }

  void addAll(EngineLog other) {
    values.addAll(other.values);
    labels.addAll(other.labels);
  }

  /** In the order of time. */
  List<Moment> moments() {
    List<Moment> moments = new ArrayList<>();
    PackedLongs.Reader reader = values.reader();
    while (reader.hasNext()) {
      long atUs = reader.next();
      Map<Quantity, Double> known = new EnumMap<>(Quantity.class);
      for (Quantity quantity : QUANTITIES) {
        double value = unpacked(reader.next());
        if (!Double.isNaN(value)) {
          known.put(quantity, value);
        }
      }
      moments.add(new Moment(atUs, known));
    }
    moments.sort(Moment.ORDER);
    return moments;
  }

  /** All that the server said of its cache, in the order of time. */
  List<Map<String, String>> labels() {
    List<Map<String, String>> sorted = new ArrayList<>();
    labels.stream().sorted(BY_TIME).forEach(at -> sorted.add(at.values()));
    return sorted;
  }

  /** Counts and NaN have zeros at the end of their bits: turned round, they are near 0. */
  private static long packed(double value) {
    return Long.reverse(Double.doubleToLongBits(value));
  }

  private static double unpacked(long packed) {
    return Double.longBitsToDouble(Long.reverse(packed));
  }
}
