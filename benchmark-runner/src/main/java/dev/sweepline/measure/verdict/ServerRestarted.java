package dev.sweepline.measure.verdict;

import java.util.Optional;

/** The server that ended the run is not the one that began it. */
final class ServerRestarted implements Rule {
  @Override
  public Guide guide() {
    return new Guide(
        "server_restarted",
        Family.text(Family.ALL),
        "The server's counters and the time of its start, per engine, from sample to sample.",
        "A counter goes back, or the time of the start changes by more than a second, within the"
            + " run.",
        "Requests were lost or waited for the new start, and what came after it met a cold server"
            + " with empty caches.",
        "Look in the server's log for what killed it (memory, a watchdog, a preempted job), and"
            + " repeat the run.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    int restarts = run.server().restarts();
    return restarts > 0
        ? Optional.of(Finding.invalid(Numbers.of("restarts", restarts)))
        : Optional.empty();
  }
}
