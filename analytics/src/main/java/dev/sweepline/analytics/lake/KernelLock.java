package dev.sweepline.analytics.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lock of the kernel on a local disk or NFS: it ends with its process, however that dies. */
final class KernelLock implements WarehouseLock {
  private final FileChannel channel;

  private KernelLock(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public void check() {}

  /** The file stays: who deletes it lets two others lock two files of one name. */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Locks a file in the warehouse. */
  static final class OfFolder implements Kind {
    @Override
    public Optional<WarehouseLock> tryLock(WarehouseFolder folder, String owner)
        throws IOException {
      Path file = file(folder);
      Files.createDirectories(file.resolveSibling("."));
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new KernelLock(channel));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
      try {
        return channel.tryLock();
      } catch (OverlappingFileLockException e) {
        return null;
      } catch (IOException e) {
        channel.close();
        throw new IOException("no lock can be had there: " + e.getMessage(), e);
      }
    }

    @Override
    public String holder(WarehouseFolder folder) {
      try {
        return Files.readString(file(folder));
      } catch (IOException e) {
        return "one that does not say who it is";
      }
    }

    private static Path file(WarehouseFolder folder) {
      return Path.of(folder.lock().toUri().getPath());
    }
  }
}
