package dev.sweepline.runner.load;

import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.client.RequestSender;
import dev.sweepline.runner.client.RunClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A number of slots, each of which sends its next request when its last one has ended. The next one
 * is sent from the thread that saw the end, without a switch of threads.
 */
final class ClosedLoop implements LoadLoop {
  private final int slots;
  private final RequestSource source;
  private final RequestSender sender;
  private final Recording recording;
  private final RunClock clock;
  private final StopSignal stop;

  ClosedLoop(
      int slots,
      RequestSource source,
      RequestSender sender,
      Recording recording,
      RunClock clock,
      StopSignal stop) {
    this.slots = slots;
    this.source = source;
    this.sender = sender;
    this.recording = recording;
    this.clock = clock;
    this.stop = stop;
  }

  @Override
  public void run(LoadPart part) throws InterruptedException {
    Slots running = new Slots(part);
    for (int slot = 0; slot < Math.min(slots, part.requests()); slot++) {
      running.outstanding.begin();
      running.next(clock.sinceStartUs());
    }
    running.outstanding.awaitNone();
  }

  private final class Slots {
    private final LoadPart part;
    private final Outstanding outstanding = new Outstanding();
    private final Outstanding own = new Outstanding();
    private final AtomicInteger sent = new AtomicInteger();

    Slots(LoadPart part) {
      this.part = part;
    }

    void next(long freeUs) {
      if (stop.isRequested()) {
        outstanding.end();
        return;
      }
      boolean inTime = TimeUnit.MICROSECONDS.toNanos(freeUs) - part.originNs() < part.durationNs();
      int n = sent.getAndIncrement();
      if (inTime && n < part.requests()) {
        own.begin();
        sender.send(source.request(part.phase(), n, freeUs, freeUs), this::ownEnded);
      } else if (part.drains() && !own.isNone()) {
        sender.send(source.request(Phase.DRAIN, n, freeUs, freeUs), this::ended);
      } else {
        outstanding.end();
      }
    }

    private void ownEnded(RequestRecord record) {
      own.end();
      ended(record);
    }

    private void ended(RequestRecord record) {
      recording.records().accept(record);
      next(record.endUs());
    }
  }
}
