package dev.sweepline.runner.client;

import dev.sweepline.contract.RequestRecord;
import java.util.function.Consumer;

/** Sends requests. */
@FunctionalInterface
public interface RequestSender {
  /**
   * Sends a request at once and returns before it has ended. Safe to call from any thread, also
   * from {@code done}.
   *
   * @param done gets the record, exactly once, on a thread that must not be blocked
   */
  void send(LoadRequest request, Consumer<RequestRecord> done);
}
