package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.read.RunIdentity;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Looks into new sources before they are read: what they contain, as a hash, and which run they
 * are. Before, so that a file that changes while it is read is seen to have changed next time.
 */
final class SourcePeek {
  /** Larger files of this project's own are told by their time alone. */
  private static final long LARGEST_HASHED = 64L << 20;

  private static final int BUFFER = 1 << 16;

  private final Configuration hadoop;
  private final Map<String, Optional<String>> hashes = new ConcurrentHashMap<>();

  SourcePeek(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** SHA-256 of a file; null when it is too large or cannot be read. */
  @Nullable String hash(SourceFile file) {
    return hashes
        .computeIfAbsent(
            file.uri(), any -> file.bytes() > LARGEST_HASHED ? Optional.empty() : sha256(file))
        .orElse(null);
  }

  /** The run that a source says it is; empty when that cannot be told before it is read. */
  Optional<String> runUid(RunSource source) {
    return source instanceof RunSource.Own
        ? RunIdentity.ofOwn(hadoop, source.file())
        : sha256Of(source.file()).map(RunIdentity::ofContent);
  }

  /** The stamps of a source's files, the one with the requests first. */
  List<FileStamp> stamps(RunSource source) {
    return source.files().stream()
        .map(file -> new FileStamp(file.uri(), file.bytes(), file.modifiedMs(), hash(file)))
        .toList();
  }

  /** A foreign file is its run's identity, however large it is. */
  private Optional<String> sha256Of(SourceFile file) {
    Optional<String> known = Optional.ofNullable(hash(file));
    return known.isPresent() ? known : sha256(file);
  }

  private Optional<String> sha256(SourceFile file) {
    Path path = new Path(URI.create(file.uri()));
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      // Reading it will say why it cannot be read.
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
