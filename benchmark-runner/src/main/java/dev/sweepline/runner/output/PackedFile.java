package dev.sweepline.runner.output;

import com.github.luben.zstd.ZstdOutputStream;
import dev.sweepline.contract.Packing;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/**
 * Packs a file that will not change any more. The packed one gets its name when it is whole and on
 * the disk, and only then the plain one goes: whenever this is killed, at least one of them is
 * there, and each that is there is whole.
 */
public final class PackedFile {
  private static final int BUFFER = 1 << 16;

  private PackedFile() {}

  /**
   * Packs a file beside itself and deletes it; a file that is not there is left alone.
   *
   * @throws UserError when it cannot be written, exit code 76; the plain file stays
   */
  public static void replace(Path plain, Packing packing) {
    if (packing == Packing.NONE || !Files.exists(plain)) {
      return;
    }
    Path packed = plain.resolveSibling(packing.packedName(plain.getFileName().toString()));
    Path aside =
        plain.resolveSibling(
            ".%s.%d.tmp".formatted(packed.getFileName(), ProcessHandle.current().pid()));
    try {
      try {
        write(plain, aside, packing);
        Files.move(aside, packed, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
      Files.delete(plain);
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(packed, e);
    }
  }

  private static void write(Path plain, Path aside, Packing packing) throws IOException {
    try (OutputStream out = packing(packing, Files.newOutputStream(aside))) {
      Files.copy(plain, out);
    }
    try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private static OutputStream packing(Packing packing, OutputStream out) throws IOException {
    return switch (packing) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, BUFFER);
      case ZSTD -> new ZstdOutputStream(out);
    };
  }
}
