package dev.sweepline.measure.server;

import dev.sweepline.contract.Sample;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A number that a server's sample may hold. The counters stand together. */
enum Quantity {
  RUNNING(Sample::numRequestsRunning),
  WAITING(Sample::numRequestsWaiting),
  CACHE_USAGE(Sample::kvCacheUsage),
  PREEMPTIONS(Sample::numPreemptionsTotal),
  PROMPT_TOKENS(Sample::promptTokensTotal),
  GENERATION_TOKENS(Sample::generationTokensTotal),
  PREFIX_QUERIES(Sample::prefixCacheQueriesTotal),
  PREFIX_HITS(Sample::prefixCacheHitsTotal),
  LOCAL_COMPUTE(Sample::promptTokensLocalComputeTotal),
  LOCAL_CACHE_HIT(Sample::promptTokensLocalCacheHitTotal),
  TTFT_SUM_S(Sample::timeToFirstTokenSecondsSum),
  TTFT_COUNT(Sample::timeToFirstTokenSecondsCount),
  CREATED_S(Sample::createdS);

  /** Those that only grow in one life of a server, from 0 on. */
  static final Set<Quantity> COUNTERS = EnumSet.range(PREEMPTIONS, TTFT_COUNT);

  private final Function<Sample, @Nullable Double> field;

  Quantity(Function<Sample, @Nullable Double> field) {
    this.field = field;
  }

  /** NaN where the sample does not hold it. */
  double of(Sample sample) {
    Double value = field.apply(sample);
    return value == null ? Double.NaN : value;
  }
}
