package dev.sweepline.runner.selftest;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.SelfTest.Extent;
import dev.sweepline.contract.SelfTest.Quantity;
import dev.sweepline.runner.selftest.Ladder.Rung;
import java.util.Arrays;
import java.util.List;

/**
 * What a self test tries.
 *
 * @param calibration a light load, every time of which is compared with the server's own
 * @param ladders loads that are raised until one is too much
 */
record Programme(Load calibration, List<Ladder> ladders) {
  static final double CALIBRATION_TTFT_MS = 20;
  static final double CALIBRATION_ITL_MS = 5;

  private static final int CALIBRATION_RATE = 200;
  private static final double TIME_LIMIT_S = 30;

  /** A server that was just started is slow to begin with, which is no error of the client. */
  private static final int WARMUP_REQUESTS = 100;

  private static final int EVENTS_A_STREAM_AND_S = 500;
  private static final int EVENTS_OF_BUSY_STREAM = 250;
  private static final int EVENTS_OF_OPEN_STREAM_A_S = 4;

  Programme {
    ladders = List.copyOf(ladders);
  }

  static Programme of(Extent extent) {
    return switch (extent) {
      case QUICK ->
          new Programme(
              calibration(200, 20),
              List.of(
                  requests(0.7, 500, 4_000, 16_000),
                  events(2, 10_000, 80_000, 320_000),
                  streams(0.5, 5, 200, 1_000, 4_000)));
      case FULL ->
          new Programme(
              calibration(600, 50),
              List.of(
                  requests(1.5, 200, 1_000, 4_000, 8_000, 16_000, 32_000),
                  events(2, 10_000, 40_000, 160_000, 320_000, 640_000),
                  streams(1, 8, 100, 1_000, 2_000, 4_000, 8_000)));
    };
  }

  private static Load calibration(int requests, int tokens) {
    return load(Load.open(new RequestRate(CALIBRATION_RATE)), tokens)
        .warmupRequests(WARMUP_REQUESTS)
        .requests(requests)
        .build();
  }

  /** Answers of one token, on a schedule. */
  private static Ladder requests(double seconds, int... rates) {
    return new Ladder(
        Quantity.REQUESTS_PER_S,
        2,
        2,
        Arrays.stream(rates)
            .mapToObj(
                rate ->
                    new Rung(
                        rate,
                        load(Load.open(new RequestRate(rate)), 1)
                            .warmupRequests(WARMUP_REQUESTS)
                            .requests((int) (rate * seconds))
                            .build()))
            .toList());
  }

  /** Streams of an event every 2 ms for half a second, one after the other in each slot. */
  private static Ladder events(int rounds, int... rates) {
    return new Ladder(
        Quantity.EVENTS_PER_S,
        2,
        2,
        Arrays.stream(rates)
            .mapToObj(
                rate ->
                    new Rung(
                        rate,
                        load(Load.closed(rate / EVENTS_A_STREAM_AND_S), EVENTS_OF_BUSY_STREAM)
                            .warmupRequests(rate / EVENTS_A_STREAM_AND_S)
                            .requests(rounds * rate / EVENTS_A_STREAM_AND_S)
                            .build()))
            .toList());
  }

  /** Slow streams that are opened evenly, so that for a moment all are open. */
  private static Ladder streams(double openingS, int tokens, int... counts) {
    return new Ladder(
        Quantity.OPEN_STREAMS,
        50,
        1000.0 / EVENTS_OF_OPEN_STREAM_A_S,
        Arrays.stream(counts)
            .mapToObj(
                count ->
                    new Rung(
                        count,
                        load(Load.open(new RequestRate(count / openingS)), tokens)
                            .requests(count)
                            .build()))
            .toList());
  }

  private static LoadBuilder load(LoadBuilder shape, int tokens) {
    return shape
        .seed(1)
        .maxOutputTokens(tokens)
        .ignoreEos(true)
        .connectTimeoutS(TIME_LIMIT_S)
        .totalTimeoutS(TIME_LIMIT_S);
  }
}
