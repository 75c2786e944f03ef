package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Requests;
import dev.sweepline.measure.requests.Sequence;
import dev.sweepline.measure.stats.SortedSample;
import java.util.List;
import java.util.Optional;

/** The schedule was not kept. */
final class RateMissed implements Rule {
  private static final double LAST = 0.05;
  private static final long LAST_REQUESTS = 3;
  private static final List<Family> VOIDS = List.of(Family.TTFT, Family.E2E);

  private final long lateUs;
  private final double lateOfSchedule;
  private final double growth;

  RateMissed(Limits limits) {
    lateUs = Wording.us(limits.of("rate_missed.late_ms", 10));
    lateOfSchedule = limits.of("rate_missed.late_of_schedule", 0.01);
    growth = limits.of("rate_missed.growth", 2);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "rate_missed",
        Family.text(VOIDS),
        "An open loop at a finite rate: send times against the seeded schedule.",
        """
        The median delay (sent - scheduled) of the last %s of the requests (%s or more) is above \
        %s and above %s of the schedule's length; or the median lateness of the last quarter is \
        above %s and above %s times that of the second quarter."""
            .formatted(
                Wording.percent(LAST),
                LAST_REQUESTS,
                Wording.ms(lateUs),
                Wording.percent(lateOfSchedule),
                Wording.ms(lateUs),
                Wording.number(growth)),
        "The server was offered a lower rate than asked for, and latencies from the due time hold"
            + " the client's delay.",
        "Give the client more cores, lift `--max-in-flight` and `--max-connections`, or lower the"
            + " rate.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    if (run.pacedRate().isEmpty()) {
      return Optional.empty();
    }
    Requests requests = run.requests();
    double delay = requests.having(RateMissed::delayUs).last(LAST, LAST_REQUESTS).median();
    SortedSample due = requests.sample(RequestRow::scheduledUs);
    double length = due.max() - due.quantile(0);
    boolean behind =
        requests.size() >= LAST_REQUESTS && delay > lateUs && delay > lateOfSchedule * length;
    Sequence lateness = requests.having(Latency.LATENESS);
    double second = lateness.part(0.25, 0.5).median();
    double last = lateness.part(0.75, 1).median();
    boolean fallsBack = last > lateUs && last > growth * second;
    return behind || fallsBack
        ? Optional.of(
            Finding.suspect(
                Numbers.of("delay_last_ms", delay / 1000)
                    .and("schedule_s", length / 1e6)
                    .and("lateness_second_quarter_ms", second / 1000)
                    .and("lateness_last_quarter_ms", last / 1000),
                VOIDS))
        : Optional.empty();
  }

  private static long delayUs(RequestRow row) {
    return row.sentUs() == RequestRow.NONE ? RequestRow.NONE : row.sentUs() - row.scheduledUs();
  }
}
