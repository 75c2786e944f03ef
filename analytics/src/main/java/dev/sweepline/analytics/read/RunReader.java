package dev.sweepline.analytics.read;

import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.source.Slice;
import dev.sweepline.analytics.source.SourceFile;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Opens runs for reading. A run that cannot be opened is one reject, never the end of the job. */
public final class RunReader {
  private final InputFiles files;
  private final ConfigCatalog configs;
  private final Consumer<Reject> rejects;

  /**
   * @param configs for runs that did not bring their own
   * @param rejects takes all that becomes no row
   */
  public RunReader(Configuration hadoop, ConfigCatalog configs, Consumer<Reject> rejects) {
    this.files = new InputFiles(hadoop);
    this.configs = configs;
    this.rejects = rejects;
  }

  /**
   * A run, or a slice of it, ready to be read; empty when it was rejected as a whole. What is wrong
   * with the whole is said by its first slice alone.
   */
  public Optional<RunReading> open(Slice slice) {
    SourceFile file = slice.source().file();
    Consumer<Reject> ofWhole = slice.isFirst() ? rejects : reject -> {};
    try {
      return Optional.of(
          slice.source() instanceof RunSource.Own own
              ? openOwn(own, slice, ofWhole)
              : openOriginal(file));
    } catch (ContractException e) {
      ofWhole.accept(Reject.broken(file.name(), null, e, files.excerpt(file)));
    } catch (IOException e) {
      ofWhole.accept(Reject.unreadable(file.name(), e));
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
      return Optional.of(new SamplesReading(file.name(), files.open(file), run.runUid(), rejects));
    } catch (IOException e) {
      rejects.accept(Reject.unreadable(file.name(), e));
      return Optional.empty();
    }
  }

  private RunReading openOwn(RunSource.Own own, Slice slice, Consumer<Reject> ofWhole)
      throws IOException {
    RunSummary summary = own.summary() == null ? null : summary(own.summary(), ofWhole);
    RequestLines lines = RequestLines.open(files, slice);
    try {
      return new OwnRunReading(own.file().name(), lines, summary, rejects, ofWhole);
    } catch (ContractException e) {
      lines.close();
      throw e;
    }
  }

  private @Nullable RunSummary summary(SourceFile file, Consumer<Reject> ofWhole) {
    try (InputStream in = files.open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ContractJson.document(RunSummary.class, file.name(), text);
    } catch (ContractException e) {
      ofWhole.accept(Reject.broken(file.name(), null, e, files.excerpt(file)));
    } catch (IOException e) {
      ofWhole.accept(Reject.unreadable(file.name(), e));
    }
    return null;
  }

  private RunReading openOriginal(SourceFile file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(files.open(file), digest)) {
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
}
