package dev.sweepline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.store.Serialized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunAccumulatorPropertiesTest {
  static LongStream seeds() {
    return LongStream.range(100, 130);
  }

  private static RunContext context(Random random) {
    Load load = random.nextBoolean() ? Contexts.open(100) : Contexts.closed(8);
    return Contexts.on(load, 2, 4, 8, 1);
  }

  private static RunResult onePass(List<RequestRecord> requests, RunContext context) {
    RunAccumulator run = new RunAccumulator();
    requests.forEach(run::add);
    return run.finish(context);
  }

  private static RunResult onePass(
      List<RequestRecord> requests, List<Sample> samples, RunContext context) {
    RunAccumulator run = new RunAccumulator();
    requests.forEach(run::add);
    samples.forEach(run::addSample);
    return run.finish(context);
  }

  /** Splits into random parts and merges them in random order. */
  private static RunResult inParts(
      List<RequestRecord> requests,
      List<Sample> samples,
      RunContext context,
      Random random,
      UnaryOperator<RunAccumulator> transport) {
    List<RunAccumulator> parts =
        Stream.generate(RunAccumulator::new)
            .limit(1 + random.nextInt(8))
            .collect(Collectors.toCollection(ArrayList::new));
    shuffled(requests, random)
        .forEach(request -> parts.get(random.nextInt(parts.size())).add(request));
    shuffled(samples, random)
        .forEach(sample -> parts.get(random.nextInt(parts.size())).addSample(sample));
    RunAccumulator whole = new RunAccumulator();
    parts.forEach(part -> whole.merge(transport.apply(part)));
    return whole.finish(context);
  }

  private static <T> List<T> shuffled(List<T> items, Random random) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mergingAnySplitInAnyOrderIsOnePass(long seed) {
    Random random = new Random(seed);
    List<RequestRecord> requests = RandomRun.of(random, random.nextInt(300));
    List<Sample> samples = RandomSamples.of(random, random.nextInt(40));
    RunContext context = context(random);
    assertThat(inParts(requests, samples, context, random, UnaryOperator.identity()))
        .isEqualTo(onePass(requests, samples, context));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partsThatTravelMergeToTheSame(long seed) {
    Random random = new Random(seed);
    List<RequestRecord> requests = RandomRun.of(random, random.nextInt(300));
    List<Sample> samples = RandomSamples.of(random, random.nextInt(40));
    RunContext context = context(random);
    assertThat(inParts(requests, samples, context, random, Serialized::copy))
        .isEqualTo(onePass(requests, samples, context));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFailedRequestNeverChangesALatency(long seed) {
    Random random = new Random(seed);
    List<RequestRecord> requests = RandomRun.of(random, 100);
    List<RequestRecord> more = new ArrayList<>(requests);
    more.add(
        RequestBuilder.request(1000, random.nextInt(1_000_000))
            .tokens(5, 777_777)
            .broken(Outcome.RESET)
            .build());
    RunContext context = context(random);
    assertThat(latencies(onePass(more, context))).isEqualTo(latencies(onePass(requests, context)));
  }

  private static Map<String, String> latencies(RunResult result) {
    return LatencyColumns.ALL.stream()
        .map(MetricColumn::name)
        .collect(
            Collectors.toMap(UnaryOperator.identity(), name -> "" + result.metrics().get(name)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyNumberIsFiniteOrMissing(long seed) {
    Random random = new Random(seed);
    RunResult result =
        onePass(
            RandomRun.of(random, random.nextInt(4)),
            RandomSamples.of(random, random.nextInt(4)),
            context(random));
    assertThat(result.metrics().keySet())
        .containsExactlyElementsOf(Metric.ALL.stream().map(Metric::name).toList());
    assertThat(result.metrics().values()).allSatisfy(RunAccumulatorPropertiesTest::isWritable);
    assertThat(result.verdict().reasons())
        .flatExtracting(reason -> reason.evidence().values())
        .allSatisfy(RunAccumulatorPropertiesTest::isWritable);
  }

  private static void isWritable(@Nullable Object value) {
    assertThat(value == null || value instanceof String || isFinite(value)).isTrue();
  }

  private static boolean isFinite(Object value) {
    return value instanceof Double number && Double.isFinite(number);
  }
}
