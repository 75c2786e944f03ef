package dev.sweepline.simulator.gathering;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Any other process: comes to process 0 as soon as that is there, and stays. */
final class Guest {
  private static final long RETRY_MS = 50;

  private final Part part;
  private final CompletableFuture<Void> complete;
  private final CompletableFuture<Void> broken;

  Guest(Part part, CompletableFuture<Void> complete, CompletableFuture<Void> broken) {
    this.part = part;
    this.complete = complete;
    this.broken = broken;
  }

  void start() {
    Daemon.start("guest", this::stay);
  }

  private void stay() throws IOException, InterruptedException {
    try (Socket host = connect();
        DataInputStream in = new DataInputStream(host.getInputStream())) {
      new DataOutputStream(host.getOutputStream()).writeInt(part.brings());
      in.readInt();
      complete.complete(null);
      in.read();
    } finally {
      broken.complete(null);
    }
  }

  private Socket connect() throws IOException, InterruptedException {
    while (true) {
      try {
        return new Socket(part.host(), part.port());
      } catch (ConnectException notYet) {
        Thread.sleep(RETRY_MS);
      }
    }
  }
}
