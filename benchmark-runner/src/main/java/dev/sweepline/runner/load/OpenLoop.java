package dev.sweepline.runner.load;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.runner.client.RequestSender;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Sends on a schedule, whatever the server does. No slot is lost: one that is late, because the
 * thread woke late or no permit was free, is sent as soon as it can be. The slots that a stop left
 * are recorded as not sent.
 */
final class OpenLoop implements LoadLoop {
  private final RequestRate rate;
  private final Arrival arrival;
  private final long seed;
  private final RequestSource source;
  private final RequestSender sender;
  private final Recording recording;
  private final Pacer pacer;
  private final Permits permits;

  OpenLoop(
      Load load,
      RequestSource source,
      RequestSender sender,
      Recording recording,
      Pacer pacer,
      Permits permits) {
    this.rate = Objects.requireNonNull(load.rate(), "rate");
    this.arrival = Objects.requireNonNull(load.arrival(), "arrival");
    this.seed = load.seed();
    this.source = source;
    this.sender = sender;
    this.recording = recording;
    this.pacer = pacer;
    this.permits = permits;
  }

  @Override
  public void run(LoadPart part) throws InterruptedException {
    Outstanding outstanding = new Outstanding();
    ArrivalSchedule schedule = ArrivalSchedule.of(rate, arrival, seed);
    boolean going = true;
    for (int n = 0; n < part.requests(); n++) {
      long dueNs = schedule.nextNs();
      if (dueNs >= part.durationNs()) {
        break;
      }
      long scheduledNs = part.originNs() + dueNs;
      long scheduledUs = TimeUnit.NANOSECONDS.toMicros(scheduledNs);
      going = going && pacer.await(scheduledNs);
      Long admittedUs = going ? permits.acquire(scheduledUs) : null;
      if (admittedUs != null) {
        send(part, n, scheduledUs, admittedUs, outstanding);
      } else {
        going = false;
        recording
            .records()
            .accept(recording.notSent().apply(source.request(part.phase(), n, scheduledUs, null)));
      }
    }
    outstanding.awaitNone();
  }

  private void send(
      LoadPart part, int n, long scheduledUs, long admittedUs, Outstanding outstanding) {
    outstanding.begin();
    sender.send(
        source.request(part.phase(), n, scheduledUs, admittedUs),
        record -> {
          permits.release();
          recording.records().accept(record);
          outstanding.end();
        });
  }
}
