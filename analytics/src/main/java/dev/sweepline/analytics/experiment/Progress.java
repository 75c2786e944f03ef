package dev.sweepline.analytics.experiment;

import dev.sweepline.contract.Attempt;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Status;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment's job script wrote down.
 *
 * @param status its present state; null when it wrote none
 * @param attempts starts and ends of repeats, in order of time
 */
record Progress(@Nullable Status status, List<Attempt> attempts) {
  /** When it says that it goes on; empty when it does not. */
  Optional<String> running() {
    if (status != null) {
      return status.state() == Status.State.STARTING || status.state() == Status.State.RUNNING
          ? Optional.of("so its script said at " + status.updatedAt())
          : Optional.empty();
    }
    return last().stream()
        .filter(attempt -> attempt.event() == Attempt.Event.START)
        .findAny()
        .map(attempt -> "its script began at %s and wrote no end".formatted(attempt.at()));
  }

  /** Why a repeat has failed that was not started again. */
  Optional<String> failure() {
    Optional<String> attempt =
        last().stream()
            .filter(Progress::failed)
            .max(Comparator.comparing(Attempt::at))
            .map(failed -> text(failed.exitCode(), failed.reason()));
    return attempt.or(this::statusFailure);
  }

  private Optional<String> statusFailure() {
    return status != null
            && (status.state() == Status.State.FAILED || status.state() == Status.State.INTERRUPTED)
        ? Optional.of(text(status.exitCode(), status.reason()))
        : Optional.empty();
  }

  /** Results that are all invalid are results. */
  private static boolean failed(Attempt attempt) {
    Integer code = attempt.exitCode();
    return code != null && code != ExitCode.OK.status() && code != ExitCode.ALL_INVALID.status();
  }

  private static String text(@Nullable Integer code, @Nullable String reason) {
    String why = reason == null ? "no reason was written down" : reason;
    return code == null ? why : "exit code %d: %s".formatted(code, why);
  }

  /** The last line of every repeat. */
  private Collection<Attempt> last() {
    Map<Integer, Attempt> last = new TreeMap<>();
    attempts.forEach(attempt -> last.put(attempt.repeat(), attempt));
    return last.values();
  }

  @Nullable Integer starts() {
    return attempts.isEmpty()
        ? null
        : (Integer)
            (int)
                attempts.stream().filter(attempt -> attempt.event() == Attempt.Event.START).count();
  }

  @Nullable String jobId() {
    return status != null ? status.jobId() : attempts.isEmpty() ? null : newest().jobId();
  }

  @Nullable List<String> nodes() {
    return status != null ? status.nodes() : attempts.isEmpty() ? null : newest().nodes();
  }

  private Attempt newest() {
    return attempts.get(attempts.size() - 1);
  }
}
