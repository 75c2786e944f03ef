package dev.sweepline.runner.load;

import dev.sweepline.contract.Phase;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.RequestSender;
import java.util.concurrent.TimeUnit;

/**
 * Sends on a schedule, whatever the server does. No slot is lost: one that is late, because the
 * thread woke late or no permit was free, is sent as soon as it can be. The slots that a stop left
 * are recorded as not sent.
 */
final class OpenLoop implements LoadLoop {
  private final LoadPoint point;
  private final RequestSource source;
  private final RequestSender sender;
  private final Recording recording;
  private final Pacer pacer;
  private final Permits permits;

  OpenLoop(
      LoadPoint point,
      RequestSource source,
      RequestSender sender,
      Recording recording,
      Pacer pacer,
      Permits permits) {
    this.point = point;
    this.source = source;
    this.sender = sender;
    this.recording = recording;
    this.pacer = pacer;
    this.permits = permits;
  }

  @Override
  public void run(LoadPart part) throws InterruptedException {
    new Passage(part).run();
  }

  /** One part on its way through the schedule. */
  private final class Passage {
    private final LoadPart part;
    private final ArrivalSchedule schedule = ArrivalSchedule.of(point);
    private final Outstanding own = new Outstanding();
    private final Outstanding drain = new Outstanding();
    private boolean going = true;
    private int slot;

    Passage(LoadPart part) {
      this.part = part;
    }

    void run() throws InterruptedException {
      long dueNs = schedule.nextNs();
      while (slot < part.requests() && dueNs < part.durationNs()) {
        if (!dispatch(part.phase(), dueNs, own)) {
          notSent(dueNs);
        }
        slot++;
        dueNs = schedule.nextNs();
      }
      while (part.drains() && going && dueNs != ArrivalSchedule.NEVER && !own.isNone()) {
        drain(dueNs);
        dueNs = schedule.nextNs();
      }
      own.awaitNone();
      drain.awaitNone();
    }

    /** False when the run was stopped first. */
    private boolean dispatch(Phase phase, long dueNs, Outstanding outstanding)
        throws InterruptedException {
      long scheduledNs = part.originNs() + dueNs;
      long scheduledUs = TimeUnit.NANOSECONDS.toMicros(scheduledNs);
      going = going && pacer.await(scheduledNs);
      Long admittedUs = going ? permits.acquire(scheduledUs) : null;
      if (admittedUs == null) {
        going = false;
        return false;
      }
      send(source.request(phase, slot, scheduledUs, admittedUs), outstanding);
      return true;
    }

    /** Waits for the slot before it looks whether that is still wanted. */
    private void drain(long dueNs) throws InterruptedException {
      going = pacer.await(part.originNs() + dueNs);
      if (going && !own.isNone()) {
        dispatch(Phase.DRAIN, dueNs, drain);
        slot++;
      }
    }

    private void send(LoadRequest request, Outstanding outstanding) {
      outstanding.begin();
      sender.send(
          request,
          record -> {
            permits.release();
            recording.records().accept(record);
            outstanding.end();
          });
    }

    private void notSent(long dueNs) {
      long scheduledUs = TimeUnit.NANOSECONDS.toMicros(part.originNs() + dueNs);
      LoadRequest request = source.request(part.phase(), slot, scheduledUs, null);
      recording.records().accept(recording.notSent().apply(request));
    }
  }
}
