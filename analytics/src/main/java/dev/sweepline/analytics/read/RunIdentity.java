package dev.sweepline.analytics.read;

import dev.sweepline.analytics.source.SourceFile;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunHeader;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Which run a file holds, told without reading all of it. */
public final class RunIdentity {
  private static final int UID_DIGITS = 32;

  private RunIdentity() {}

  /** What the header of a requests file says; empty when it cannot be read. */
  public static Optional<String> ofOwn(Configuration hadoop, SourceFile file) {
    Path path = new Path(URI.create(file.uri()));
    try (JsonLines lines =
        new JsonLines(UnpackedStream.of(file.fileName(), path.getFileSystem(hadoop).open(path)))) {
      String first = lines.next();
      return first == null
          ? Optional.empty()
          : Optional.of(ContractJson.document(RunHeader.class, file.name(), first).runUid());
    } catch (ContractException | IOException e) {
      // Reading the run will say why.
      return Optional.empty();
    }
  }

  /**
   * The identity of a foreign file.
   *
   * @param sha256 of its bytes
   */
  public static String ofContent(String sha256) {
    return sha256.substring(0, UID_DIGITS);
  }
}
