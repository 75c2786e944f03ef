package dev.sweepline.simulator.gathering;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Process 0: counts the ranks of those that come, and tells them when all are there. */
final class Host {
  private static final int BACKLOG = 1024;

  private final Part part;
  private final CompletableFuture<Void> complete;
  private final CompletableFuture<Void> broken;
  private final List<Socket> guests = new ArrayList<>();
  private int ranks;

  Host(Part part, CompletableFuture<Void> complete, CompletableFuture<Void> broken) {
    this.part = part;
    this.complete = complete;
    this.broken = broken;
    this.ranks = part.brings();
  }

  void open() {
    try {
      ServerSocket door =
          new ServerSocket(part.port(), BACKLOG, InetAddress.getByName(part.host()));
      Daemon.start("door", () -> accept(door));
    } catch (IOException e) {
      throw new UserError(
          ExitCode.REFUSED,
          "cannot wait for others on %s:%d: %s".formatted(part.host(), part.port(), e.getMessage()),
          e);
    }
  }

  private void accept(ServerSocket door) throws IOException {
    while (true) {
      Socket guest = door.accept();
      Daemon.start("guest", () -> serve(guest));
    }
  }

  private void serve(Socket guest) throws IOException {
    try (DataInputStream in = new DataInputStream(guest.getInputStream())) {
      add(guest, in.readInt());
      in.read();
    } finally {
      broken.complete(null);
    }
  }

  private synchronized void add(Socket guest, int brings) throws IOException {
    guests.add(guest);
    ranks += brings;
    if (ranks == part.of()) {
      for (Socket each : guests) {
        new DataOutputStream(each.getOutputStream()).writeInt(ranks);
      }
      complete.complete(null);
    }
  }
}
