package dev.sweepline.analytics.series;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run over its time, in at most {@value TimeBins#MOST} bins of equal width. All lists are as long
 * as {@code seconds}; null where nothing is known of a bin.
 *
 * @param runUid of the run
 * @param label experiment and run, for people
 * @param verdict state of the run
 * @param basis what the figures were made from, in a sentence
 * @param seconds middle of each bin, since the run's start
 * @param inFlight requests that the client had sent and not yet got to the end of, mean
 * @param running at the server, summed over engines, mean
 * @param waiting at the server, likewise
 * @param tokensPerS output tokens a second
 */
public record RunSeries(
    String runUid,
    String label,
    String verdict,
    String basis,
    List<Double> seconds,
    List<@Nullable Double> inFlight,
    List<@Nullable Double> running,
    List<@Nullable Double> waiting,
    List<@Nullable Double> tokensPerS) {}
