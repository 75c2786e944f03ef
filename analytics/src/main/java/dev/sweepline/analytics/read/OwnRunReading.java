package dev.sweepline.analytics.read;

import dev.sweepline.analytics.config.ConfigMatch;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.measure.verdict.ClientFacts;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A run of this project: a header line, then one line a request. */
final class OwnRunReading implements RunReading {
  private static final String INTERRUPTED = "interrupted";

  private final String file;
  private final RequestLines requests;
  private final JsonLines lines;
  private final Consumer<Reject> rejects;
  private final ContractJson json;
  private final PlainRequestLine plain = new PlainRequestLine();
  private final RunDescription description;

  /**
   * @param file path below the results folder
   * @param summary null when the run has none that can be read
   * @param rejects takes lines that are no request
   * @param ofWhole takes what is wrong with the run itself
   * @throws ContractException when the header cannot be read, so that the lines mean nothing
   */
  OwnRunReading(
      String file,
      RequestLines requests,
      @Nullable RunSummary summary,
      Consumer<Reject> rejects,
      Consumer<Reject> ofWhole) {
    this.file = file;
    this.requests = requests;
    this.lines = requests.lines();
    this.rejects = rejects;
    String first = requests.header();
    if (first == null) {
      throw ContractException.at(file, 0, "", "is empty; a requests file starts with a header");
    }
    RunHeader header = ContractJson.document(RunHeader.class, file, first);
    this.json = ContractJson.forVersion(file, header.schemaVersion());
    this.description = describe(file, header, ofSameRun(header, summary, ofWhole));
  }

  private @Nullable RunSummary ofSameRun(
      RunHeader header, @Nullable RunSummary summary, Consumer<Reject> ofWhole) {
    if (summary == null || summary.runUid().equals(header.runUid())) {
      return summary;
    }
    ofWhole.accept(
        new Reject(
            file.substring(0, file.lastIndexOf('/') + 1) + RunFiles.summary(header.runName()),
            null,
            "run_uid: must be %s as in the requests file, got: %s"
                .formatted(header.runUid(), summary.runUid()),
            null));
    return null;
  }

  private static RunDescription describe(
      String file, RunHeader header, @Nullable RunSummary summary) {
    return new RunDescription(
        header.runUid(),
        header.expId(),
        header.run(),
        header.runName().repeat(),
        file,
        header.tool().name() + " " + header.tool().version(),
        header.startedAt().toString(),
        header.load(),
        DatasetFacts.of(header.dataset()),
        MeasuredFrom.SCHEDULED,
        ending(file, summary),
        null,
        ConfigMatch.snapshot(header.config()),
        summary == null ? null : summary.server().engines(),
        summary == null ? ClientFacts.UNKNOWN : ClientFacts.of(summary.client()),
        summary == null ? null : StoredResult.of(summary));
  }

  private static Ending ending(String file, @Nullable RunSummary summary) {
    if (file.endsWith(RunFiles.PART)) {
      return Ending.INTERRUPTED;
    }
    if (summary == null) {
      return Ending.SUMMARY_MISSING;
    }
    return summary.verdict().reasons().stream()
            .anyMatch(reason -> reason.code().equals(INTERRUPTED))
        ? Ending.INTERRUPTED
        : Ending.FINISHED;
  }

  @Override
  public RunDescription description() {
    return description;
  }

  @Override
  public @Nullable RequestRecord next() throws IOException {
    while (lines.advance()) {
      RequestRecord request = plain.read(lines.buffer(), lines.from(), lines.to());
      request = request == null ? strict(lines.text()) : request;
      if (request != null) {
        return request;
      }
    }
    return null;
  }

  private @Nullable RequestRecord strict(String line) throws IOException {
    long number = requests.number();
    try {
      return json.line(RequestRecord.class, file, number, line);
    } catch (ContractException e) {
      rejects.accept(Reject.broken(file, number, e, line));
      return null;
    }
  }

  @Override
  public int unrecordedFailures() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    requests.close();
  }
}
