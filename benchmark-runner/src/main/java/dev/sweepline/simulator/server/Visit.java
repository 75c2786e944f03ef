package dev.sweepline.simulator.server;

import dev.sweepline.simulator.pace.TimeModel.Ticket;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The way of one request through the gateway to the engine. Used on the desk's loop only. */
final class Visit implements Runnable {
  private final Gateway gateway;
  private final LongFunction<Ticket> work;
  private @Nullable Ticket ticket;
  private long startNanos;
  private boolean held;
  private boolean entered;
  private boolean over;

  /**
   * @param work to be begun behind the gateway, with the time when its own time begins to count
   */
  Visit(Gateway gateway, LongFunction<Ticket> work) {
    this.gateway = gateway;
    this.work = work;
  }

  /**
   * Goes to the gateway.
   *
   * @param readNanos when the request was read: its time counts from there unless it is held
   */
  void begin(long readNanos) {
    if (!over) {
      entered = true;
      startNanos = readNanos;
      gateway.enter(this);
      held = ticket == null;
    }
  }

  /** The gateway lets it in. */
  @Override
  public void run() {
    ticket = work.apply(held ? System.nanoTime() : startNanos);
  }

  void end() {
    over = true;
    if (ticket != null) {
      ticket.cancel();
    }
    if (entered) {
      gateway.leave(this);
    }
  }
}
