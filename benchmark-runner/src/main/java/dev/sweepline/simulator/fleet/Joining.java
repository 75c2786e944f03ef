package dev.sweepline.simulator.fleet;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** How a process that is not the head gets there. */
final class Joining {
  private static final long PAUSE_NS = 200_000_000;

  private Joining() {}

  /** Waits as long as there is no head: it may be started later. */
  static void join(Place place) {
    Optional<String> answer = ask(place);
    while (answer.isEmpty()) {
      LockSupport.parkNanos(PAUSE_NS);
      answer = ask(place);
    }
    if (!answer.get().equals(Muster.WELCOME)) {
      throw new UserError(
          ExitCode.REFUSED,
          "the head at %s:%d does not take %s: %s"
              .formatted(place.host(), place.port(), place, answer.get()));
    }
  }

  private static Optional<String> ask(Place place) {
    try (Socket socket = new Socket(place.host(), place.port())) {
      place.write(new DataOutputStream(socket.getOutputStream()));
      return Optional.of(new DataInputStream(socket.getInputStream()).readUTF());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
