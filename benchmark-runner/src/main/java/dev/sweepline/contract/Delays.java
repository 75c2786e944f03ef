package dev.sweepline.contract;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How late or how wrong something was, microseconds.
 *
 * @param p50 median
 * @param p99 quantile
 * @param max largest
 * @param p90 quantile; null in a file that came before it
 * @param p999 quantile; null in a file that came before it
 * @param count values; null in a file that came before it
 * @param histogram from 0 up to the largest; null in a file that came before it
 */
public record Delays(
    double p50,
    double p99,
    double max,
    @Since(minor = 1) @Nullable Double p90,
    @Since(minor = 1) @Nullable Double p999,
    @Since(minor = 1) @Nullable Long count,
    @Since(minor = 1) @Nullable List<DelayCount> histogram)
    implements Serializable {
  /**
   * Values between the bound of the bucket before and its own.
   *
   * @param upToUs included; null for all that is larger than the last bound
   * @param count of them
   */
  public record DelayCount(@Nullable Long upToUs, long count) implements Serializable {}

  public Delays {
    histogram = histogram == null ? null : List.copyOf(histogram);
  }
}
