package dev.sweepline.analytics.read;

import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.measure.Told;
import dev.sweepline.measure.verdict.ClientFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of the original, told as this project tells runs. Launch times are reconstructed. */
final class OriginalRunReading implements RunReading {
  /** What the column {@code tool} calls it. */
  static final String TOOL = "original";

  /** The default limit of connections of the HTTP library that the original uses as it is. */
  private static final int CONNECTION_LIMIT = 100;

  /** The file does not say where it sent its requests. */
  private static final String UNKNOWN_ENDPOINT = "";

  private static final int HTTP_OK = 200;

  private final RunDescription description;
  private final List<OriginalRequest> requests;
  private final LaunchSpacing spacing;
  private final int unrecorded;
  private int next;

  /**
   * @param file path below the results folder
   * @param runUid the content's hash
   */
  OriginalRunReading(String file, String runUid, OriginalResult result, ConfigCatalog configs) {
    List<OriginalRequest> records = result.records();
    this.requests = records == null ? List.of() : records;
    this.unrecorded = records == null ? result.requests() : 0;
    this.spacing = LaunchSpacing.solve(requests, result.totalTimeS());
    this.description = describe(file, runUid, result, configs);
  }

  private static RunDescription describe(
      String file, String runUid, OriginalResult result, ConfigCatalog configs) {
    String fileName = file.substring(file.lastIndexOf('/') + 1);
    return new RunDescription(
        runUid,
        result.configHash(),
        fileName.replaceFirst("\\.json$", ""),
        null,
        file,
        TOOL,
        result.timestamp(),
        load(result),
        DatasetFacts.named(result.datasetName()),
        MeasuredFrom.DISPATCHED,
        Ending.FINISHED,
        told(result),
        configs.find(result.configHash()).orElse(null),
        null,
        ClientFacts.limitedTo(CONNECTION_LIMIT),
        null);
  }

  private static Told told(OriginalResult result) {
    List<OriginalRequest> records = result.records();
    return new Told(
        result.totalTimeS(), records == null ? List.of() : OriginalClaims.of(result, records));
  }

  private static Load load(OriginalResult result) {
    return Load.open(result.rate()).requests(result.requests()).build();
  }

  @Override
  public RunDescription description() {
    return description;
  }

  @Override
  public @Nullable RequestRecord next() {
    if (next == requests.size()) {
      return null;
    }
    int index = next++;
    return record(index, requests.get(index));
  }

  private RequestRecord record(int index, OriginalRequest request) {
    long launched = spacing.launchUs(index);
    long end = launched + LaunchSpacing.micros(request.endToEndS());
    Double ttft = request.ttftS();
    Long firstToken = ttft == null ? null : (Long) (launched + LaunchSpacing.micros(ttft));
    Outcome outcome = outcome(request);
    return new RequestRecord(
        description.runUid() + "-" + index,
        index,
        request.promptId(),
        Phase.MEASURE,
        UNKNOWN_ENDPOINT,
        launched,
        null,
        null,
        null,
        null,
        firstToken,
        null,
        firstToken == null ? null : (Long) end,
        end,
        null,
        request.outputLength(),
        TokenSource.EVENTS,
        request.outputLength(),
        null,
        null,
        Ints.EMPTY,
        null,
        outcome,
        request.success() ? (Integer) HTTP_OK : null,
        0,
        outcome.isSuccess() ? null : request.error());
  }

  private static Outcome outcome(OriginalRequest request) {
    if (!request.success()) {
      return Outcome.HTTP_ERROR;
    }
    return request.outputLength() > 0 && request.ttftS() != null ? Outcome.OK : Outcome.EMPTY;
  }

  @Override
  public int unrecordedFailures() {
    return unrecorded;
  }

  @Override
  public void close() {}
}
