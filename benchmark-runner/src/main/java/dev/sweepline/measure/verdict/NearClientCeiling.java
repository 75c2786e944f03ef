package dev.sweepline.measure.verdict;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.requests.RequestRow;
import java.util.Optional;

/** The load is near what the client's host was seen to bear. */
final class NearClientCeiling implements Rule {

  private final double near;

  NearClientCeiling(Limits limits) {
    near = limits.of("near_client_ceiling.share", 0.5);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "near_client_ceiling",
        "nothing (note)",
        "Requests a second, token events a second and requests at once, against the last self test"
            + " of this host.",
        "One of them is above %s of the largest that the self test saw the client bear."
            .formatted(Wording.percent(near)),
        "The client had little left: what else ran on its host may have been seen in the figures.",
        "Give the client more cores or its own node, or run `sweepline selftest` again there when"
            + " its host was busy at the last one.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    Ceiling ceiling = run.client().ceiling();
    if (ceiling == null) {
      return Optional.empty();
    }
    double events = (double) run.tally().of(Count.GAPS) + run.tally().of(Count.SUCCESSES);
    long open = run.requests().overlap(RequestRow::dispatchUs, RequestRow::endUs).peak();
    Numbers near =
        near("requests_per_s", run.requests().size() / run.durationS(), ceiling.requestsPerS())
            .and(near("events_per_s", events / run.durationS(), ceiling.eventsPerS()))
            .and(near("open_streams", (double) open, ceiling.openStreams()));
    return near.isEmpty() ? Optional.empty() : Optional.of(Finding.note(near));
  }

  private Numbers near(String name, double reached, double ceiling) {
    return reached > near * ceiling
        ? Numbers.of(name, reached).and(name + "_ceiling", ceiling)
        : Numbers.NONE;
  }
}
