package dev.sweepline.analytics.lake;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Whoever holds it is the only writer of a warehouse. */
interface WarehouseLock extends Closeable {
  /** Between two tries to get it. */
  Duration PAUSE = Duration.ofMillis(200);

  /** Whether it is still held: a lease may have been lost. */
  void check() throws IOException;

  /** A way to lock that fits the file system. */
  interface Kind {
    /** The lock; empty when another process holds it. */
    Optional<WarehouseLock> tryLock(WarehouseFolder folder, String owner) throws IOException;

    /** Who holds it, as the holder wrote it. */
    String holder(WarehouseFolder folder);
  }

  /**
   * Takes the lock, and waits for another writer.
   *
   * @param patience how long
   * @param notice is told once who is waited for
   * @throws UserError when another one still holds it, exit code 64
   */
  static WarehouseLock take(WarehouseFolder folder, Duration patience, Consumer<String> notice)
      throws IOException {
    Kind kind = kind(folder);
    String owner = owner();
    Instant limit = Instant.now().plus(patience);
    Optional<WarehouseLock> lock = kind.tryLock(folder, owner);
    if (lock.isEmpty() && !patience.isZero()) {
      notice.accept(
          "%s: waiting for another writer: %s".formatted(folder.location(), kind.holder(folder)));
    }
    while (lock.isEmpty() && Instant.now().isBefore(limit)) {
      pause();
      lock = kind.tryLock(folder, owner);
    }
    return lock.orElseThrow(
        () ->
            new UserError(
                ExitCode.REFUSED,
                "%s: another writer has it: %s; try again when it has ended, or wait longer with"
                        .formatted(folder.location(), kind.holder(folder))
                    + " --lock-wait"));
  }

  private static Kind kind(WarehouseFolder folder) throws IOException {
    String scheme = String.valueOf(folder.root().toUri().getScheme()).toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "file" -> new KernelLock.OfFolder();
      case "hdfs", "viewfs" -> new LeaseLock.OfFolder();
      default ->
          throw new UserError(
              ExitCode.REFUSED,
              "%s: a warehouse needs a file system that renames and locks; %s is for input only;"
                      .formatted(folder.location(), scheme)
                  + " name a local, NFS or HDFS folder with --warehouse");
    };
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError(ExitCode.INTERRUPTED, "interrupted while waiting for the warehouse", e);
    }
  }

  private static String owner() throws IOException {
    return "process %d of %s on %s since %s"
        .formatted(
            ProcessHandle.current().pid(),
            System.getProperty("user.name"),
            InetAddress.getLocalHost().getHostName(),
            Instant.now());
  }
}
