package dev.sweepline.runner.stop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.runner.load.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server with so many places and Poisson arrivals, in a time of its own. */
final class BacklogTest {
  private static final double MINUTES_S = 240;
  private static final double SERVICE_S = 1;
  private static final int PLACES = 40;

  private record Ended(double atS, double arrivedS, int index) {}

  /** When the rule says stop, seconds; NaN when it never does. */
  private static double stopped(long seed, double arrivalsPerSecond, double serviceS) {
    List<Ended> ends = ends(seed, arrivalsPerSecond, serviceS);
    Backlog backlog = new Backlog(0);
    int next = 0;
    for (int tick = 1; tick * Backlog.TICK_MS / 1000.0 < MINUTES_S; tick++) {
      double nowS = tick * Backlog.TICK_MS / 1000.0;
      for (; next < ends.size() && ends.get(next).atS <= nowS; next++) {
        Ended end = ends.get(next);
        backlog.add(
            Records.ended(
                end.index, Phase.MEASURE, Outcome.OK, micros(end.arrivedS), micros(end.atS)));
      }
      int inFlight = 0;
      for (Ended end : ends) {
        inFlight += end.arrivedS <= nowS && end.atS > nowS ? 1 : 0;
      }
      Optional<String> because = backlog.tick(inFlight);
      if (because.isPresent()) {
        return nowS;
      }
    }
    return Double.NaN;
  }

  private static List<Ended> ends(long seed, double arrivalsPerSecond, double serviceS) {
    Random random = new Random(seed);
    PriorityQueue<Double> places = new PriorityQueue<>();
    List<Ended> ends = new ArrayList<>();
    double arrivedS = 0;
    for (int index = 0; arrivedS < MINUTES_S; index++) {
      arrivedS -= Math.log(1 - random.nextDouble()) / arrivalsPerSecond;
      double freeS = places.size() < PLACES ? 0 : places.remove();
      double endS = Math.max(arrivedS, freeS) + serviceS * (0.5 + random.nextDouble());
      places.add(endS);
      ends.add(new Ended(endS, arrivedS, index));
    }
    ends.sort(Comparator.comparingDouble(Ended::atS));
    return ends;
  }

  private static long micros(double seconds) {
    return Math.round(seconds * TimeUnit.SECONDS.toMicros(1));
  }

  @Test
  void aServerThatGetsMoreThanItCanServeIsStopped() {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(stopped(seed, 1.3 * PLACES / SERVICE_S, SERVICE_S))
          .as("seed %d", seed)
          .isLessThan(60);
    }
  }

  @Test
  void aBusyServerThatKeepsUpIsLeftAlone() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(stopped(seed, 0.9 * PLACES / SERVICE_S, SERVICE_S)).as("seed %d", seed).isNaN();
    }
  }

  /** The number in flight grows for as long as no answer has ended; that alone is no backlog. */
  @Test
  void answersLongerThanTheLookAreNoBacklog() {
    for (long seed = 0; seed < 10; seed++) {
      assertThat(stopped(seed, 0.5, 60)).as("seed %d", seed).isNaN();
    }
  }
}
