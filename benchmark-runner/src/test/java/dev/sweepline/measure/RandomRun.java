package dev.sweepline.measure;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Requests of every kind, seeded. */
final class RandomRun {
  private RandomRun() {}

  static List<RequestRecord> of(Random random, int requests) {
    return IntStream.range(0, requests).mapToObj(i -> request(random, i)).toList();
  }

  static RequestRecord request(Random random, int index) {
    long due = index * 10_000L + random.nextInt(9_000);
    RequestBuilder builder =
        RequestBuilder.request(index, due)
            .admitted(due + random.nextInt(3))
            .sent(due + random.nextInt(2_000))
            .firstToken(due + 2_000 + random.nextInt(90_000))
            .gaps(random.ints(random.nextInt(20), 0, 20_000).toArray())
            .phase(phase(random));
    return switch (random.nextInt(12)) {
      case 0 -> builder.failed(failure(random), random.nextBoolean() ? 200 : null).build();
      case 1 -> builder.broken(Outcome.RESET).build();
      case 2 -> builder.tokenSource(TokenSource.EVENTS).build();
      case 3 -> builder.shortOutput().build();
      case 4 -> builder.notSent().build();
      case 5 -> builder.outputTokens(40 + random.nextInt(40)).build();
      default -> builder.build();
    };
  }

  private static Phase phase(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Phase.WARMUP;
      case 1 -> Phase.DRAIN;
      default -> Phase.MEASURE;
    };
  }

  private static Outcome failure(Random random) {
    List<Outcome> failures =
        Arrays.stream(Outcome.values())
            .filter(outcome -> !outcome.isSuccess() && outcome.isAttempted())
            .toList();
    return failures.get(random.nextInt(failures.size()));
  }
}
