package dev.sweepline.simulator.fleet;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;

/** The head's list of the ranks that have a process. */
final class Muster {
  /** What a process is told that is taken. */
  static final String WELCOME = "";

  private static final int BACKLOG = 50;
  private static final int PATIENCE_MS = 5_000;

  private final Place head;
  private final BitSet present = new BitSet();

  private Muster(Place head) {
    this.head = head;
    present.set(head.first(), head.first() + head.count());
  }

  /** Listens; the future is completed when all ranks are there. */
  static CompletableFuture<Void> open(Place head) {
    ServerSocket door;
    try {
      door = new ServerSocket(head.port(), BACKLOG, InetAddress.getByName(head.host()));
    } catch (IOException e) {
      throw new UserError(
          ExitCode.REFUSED,
          "cannot meet the other processes at %s:%d: %s"
              .formatted(head.host(), head.port(), e.getMessage()));
    }
    CompletableFuture<Void> complete = new CompletableFuture<>();
    Thread thread = new Thread(() -> new Muster(head).take(door, complete), "muster");
    thread.setDaemon(true);
    thread.start();
    return complete;
  }

  private void take(ServerSocket door, CompletableFuture<Void> complete) {
    try (door) {
      while (present.cardinality() < head.total()) {
        takeOne(door);
      }
      complete.complete(null);
    } catch (IOException e) {
      complete.completeExceptionally(e);
    }
  }

  /** Somebody who says nothing, or nonsense, is sent away and changes nothing. */
  private void takeOne(ServerSocket door) throws IOException {
    try (Socket socket = door.accept()) {
      socket.setSoTimeout(PATIENCE_MS);
      Place place = head.read(new DataInputStream(socket.getInputStream()));
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeUTF(answer(place));
      out.flush();
    } catch (IOException | IllegalArgumentException e) {
      if (door.isClosed()) {
        throw new IOException("the door was closed", e);
      }
    }
  }

  private String answer(Place place) {
    if (place.total() != head.total()) {
      return "the head has %d ranks in all".formatted(head.total());
    }
    int taken = present.nextSetBit(place.first());
    if (taken >= 0 && taken < place.first() + place.count()) {
      return "rank %d is taken".formatted(taken);
    }
    present.set(place.first(), place.first() + place.count());
    return WELCOME;
  }
}
