package dev.sweepline.analytics.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * A lock on HDFS, where creating a file is exclusive: the file names its owner, who touches it
 * every few seconds. One that was not touched for a minute, seen by the clock of whoever waits, is
 * that of a dead process.
 */
final class LeaseLock implements WarehouseLock {
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration DEAD = Duration.ofSeconds(60);

  private final WarehouseFolder folder;
  private final String owner;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "warehouse-lease");
            thread.setDaemon(true);
            return thread;
          });

  private final ScheduledFuture<?> beats;

  private LeaseLock(WarehouseFolder folder, String owner) {
    this.folder = folder;
    this.owner = owner;
    this.beats =
        heart.scheduleAtFixedRate(
            this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      check();
      folder.files().setTimes(folder.lock(), System.currentTimeMillis(), -1);
    } catch (IOException e) {
      // The commit checks again, and says so.
      beats.cancel(false);
    }
  }

  @Override
  public void check() throws IOException {
    if (!folder.read(folder.lock()).equals(owner)) {
      throw new IOException("the lock was lost to " + folder.read(folder.lock()));
    }
  }

  @Override
  public void close() throws IOException {
    heart.shutdownNow();
    check();
    folder.files().delete(folder.lock(), false);
  }

  /** Creates the file, or takes it from a dead process. */
  static final class OfFolder implements Kind {
    private final Duration dead;
    private @Nullable String seen;
    private long seenAtNs;

    OfFolder() {
      this(DEAD);
    }

    /**
     * @param dead how long a lock that nobody touches is believed
     */
    OfFolder(Duration dead) {
      this.dead = dead;
    }

    @Override
    public Optional<WarehouseLock> tryLock(WarehouseFolder folder, String owner)
        throws IOException {
      folder.files().mkdirs(folder.root());
      try (FSDataOutputStream out = folder.files().create(folder.lock(), false)) {
        out.write(owner.getBytes(StandardCharsets.UTF_8));
      } catch (FileAlreadyExistsException e) {
        takeFromTheDead(folder);
        return Optional.empty();
      }
      return Optional.of(new LeaseLock(folder, owner));
    }

    /** Renames it, so that of several only one takes it; the next try creates a new one. */
    private void takeFromTheDead(WarehouseFolder folder) throws IOException {
      String now;
      try {
        FileStatus status = folder.files().getFileStatus(folder.lock());
        now = status.getModificationTime() + " " + holder(folder);
      } catch (FileNotFoundException e) {
        return;
      }
      if (!now.equals(seen)) {
        seen = now;
        seenAtNs = System.nanoTime();
      } else if (System.nanoTime() - seenAtNs >= dead.toNanos()) {
        Path aside = folder.lock().suffix("." + BatchId.next());
        if (folder.files().rename(folder.lock(), aside)) {
          folder.files().delete(aside, false);
        }
      }
    }

    @Override
    public String holder(WarehouseFolder folder) {
      try {
        return folder.read(folder.lock());
      } catch (IOException e) {
        return "one that does not say who it is";
      }
    }
  }
}
