package dev.sweepline.generator.plan;

import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RequestRate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The load points that every server start runs. */
public final class LoadPoints {
  private static final RequestRate DEFAULT_RATE = new RequestRate(10);

  private LoadPoints() {}

  /**
   * First the rates of open loops, then the slots of closed ones; ten requests per second when
   * neither is given.
   *
   * @throws IllegalArgumentException when a number is out of range or given twice
   */
  public static List<Plan.LoadPoint> of(
      List<String> rates, List<Integer> concurrencies, @Nullable Integer maxPrompts) {
    Stream<RequestRate> open =
        rates.isEmpty() && concurrencies.isEmpty()
            ? Stream.of(DEFAULT_RATE)
            : rates.stream().map(RequestRate::parse);
    List<Plan.LoadPoint> points =
        Stream.concat(
                open.map(rate -> new Plan.LoadPoint(rate, null, maxPrompts)),
                concurrencies.stream().map(slots -> new Plan.LoadPoint(null, slots, maxPrompts)))
            .toList();
    if (points.stream().distinct().count() != points.size()) {
      throw new IllegalArgumentException("a load is given twice");
    }
    return points;
  }
}
