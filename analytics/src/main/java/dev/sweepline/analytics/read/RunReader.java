package dev.sweepline.analytics.read;

import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.source.SourceFile;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** Opens runs for reading. A run that cannot be opened is one reject, never the end of the job. */
public final class RunReader {
  private static final int EXCERPT_BYTES = 500;

  private final Configuration hadoop;
  private final ConfigCatalog configs;
  private final Consumer<Reject> rejects;

  /**
   * @param configs for runs that did not bring their own
   * @param rejects takes all that becomes no row
   */
  public RunReader(Configuration hadoop, ConfigCatalog configs, Consumer<Reject> rejects) {
    this.hadoop = hadoop;
    this.configs = configs;
    this.rejects = rejects;
  }

  /** The run, ready to be read; empty when it was rejected as a whole. */
  public Optional<RunReading> open(RunSource source) {
    SourceFile file = source.file();
    try {
      return Optional.of(source instanceof RunSource.Own own ? openOwn(own) : openOriginal(file));
    } catch (ContractException e) {
      rejects.accept(Reject.broken(file.name(), null, e, excerpt(file)));
    } catch (IOException e) {
      rejects.accept(Reject.unreadable(file.name(), e));
    }
    return Optional.empty();
  }

  /** The samples of a run that was opened; empty when it has none, or they cannot be read. */
  public Optional<SamplesReading> samples(RunSource source, RunDescription run) {
    if (!(source instanceof RunSource.Own own) || own.samples() == null) {
      return Optional.empty();
    }
    SourceFile file = own.samples();
    try {
      return Optional.of(new SamplesReading(file.name(), stream(file), run.runUid(), rejects));
    } catch (IOException e) {
      rejects.accept(Reject.unreadable(file.name(), e));
      return Optional.empty();
    }
  }

  private RunReading openOwn(RunSource.Own own) throws IOException {
    RunSummary summary = own.summary() == null ? null : summary(own.summary());
    InputStream in = stream(own.file());
    try {
      return new OwnRunReading(own.file().name(), in, summary, rejects);
    } catch (ContractException | IOException e) {
      in.close();
      throw e;
    }
  }

  private @Nullable RunSummary summary(SourceFile file) {
    try (InputStream in = stream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ContractJson.document(RunSummary.class, file.name(), text);
    } catch (ContractException e) {
      rejects.accept(Reject.broken(file.name(), null, e, excerpt(file)));
    } catch (IOException e) {
      rejects.accept(Reject.unreadable(file.name(), e));
    }
    return null;
  }

  private RunReading openOriginal(SourceFile file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(stream(file), digest)) {
      OriginalResult result = OriginalResultFile.read(file.name(), in, rejects);
      String runUid = RunIdentity.ofContent(HexFormat.of().formatHex(digest.digest()));
      return new OriginalRunReading(file.name(), runUid, result, configs);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private InputStream stream(SourceFile file) throws IOException {
    Path path = new Path(URI.create(file.uri()));
    return UnpackedStream.of(file.fileName(), path.getFileSystem(hadoop).open(path));
  }

  private @Nullable String excerpt(SourceFile file) {
    try (InputStream in = stream(file)) {
      return new String(in.readNBytes(EXCERPT_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }
}
