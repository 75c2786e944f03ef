package dev.sweepline.simulator.fault;

import java.util.List;
import java.util.OptionalLong;

/**
 * All ways of a server to misbehave; the first one that strikes a request has it.
 *
 * @param all in the order of precedence
 */
public record Misbehaviours(List<Misbehaviour> all) {
  public Misbehaviours {
    all = List.copyOf(all);
  }

  /**
   * Those that were asked for.
   *
   * @param failRate share of requests that get a 500, 0 to 1
   * @param emptyRate share of the rest that get a 200 without a token
   * @param crashAfter number of the request, from 1, in whose stream the process ends
   */
  public static Misbehaviours of(
      long seed, double failRate, double emptyRate, OptionalLong crashAfter) {
    return new Misbehaviours(
        List.of(
            new Crash(crashAfter),
            new FailedRequests(new Chance(seed, "fail", failRate)),
            new EmptyAnswers(new Chance(seed, "empty", emptyRate))));
  }

  /**
   * What happens to a request.
   *
   * @param arrival number of the request in the order of arrival, from 0
   */
  public Misbehaviour at(long arrival) {
    return all.stream()
        .filter(misbehaviour -> misbehaviour.strikes(arrival))
        .findFirst()
        .orElse(Misbehaviour.NONE);
  }
}
