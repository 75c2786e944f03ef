package dev.sweepline.simulator.fleet;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The part of one process of a server: the ranks that it has.
 *
 * @param first its lowest rank; the head is the process that has rank 0
 * @param count how many ranks it has, from that one on
 * @param total ranks of all processes
 * @param host where the head meets the others
 */
public record Place(int first, int count, int total, String host, int port) {
  public Place {
    if (first < 0 || count < 1 || first + count > total) {
      throw new IllegalArgumentException(
          "ranks %d to %d of %d".formatted(first, first + count - 1, total));
    }
  }

  /**
   * Finds the others: a head gets a future that is completed when every rank has a process, any
   * other process waits here until the head has taken it.
   *
   * @throws dev.sweepline.contract.UserError when the head cannot listen or does not want the ranks
   */
  public CompletableFuture<Void> gather() {
    if (count == total) {
      return CompletableFuture.completedFuture(null);
    }
    if (first == 0) {
      return Muster.open(this);
    }
    Joining.join(this);
    return CompletableFuture.completedFuture(null);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(first);
    out.writeInt(count);
    out.writeInt(total);
    out.flush();
  }

  /** The place that another process has written, beside this head. */
  Place read(DataInputStream in) throws IOException {
    return new Place(in.readInt(), in.readInt(), in.readInt(), host, port);
  }

  @Override
  public String toString() {
    return "ranks %d to %d of %d".formatted(first, first + count - 1, total);
  }
}
