package dev.sweepline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.simulator.fault.FaultCatalogue;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each misbehaviour of a server, towards a part of the requests that are in flight at once, has the
 * outcome that it must have, and the other requests have their answers as if nothing were.
 */
@Timeout(120)
class FaultTableTest {
  private static final Map<String, Outcome> OUTCOMES =
      Map.ofEntries(
          Map.entry("reset", Outcome.RESET),
          Map.entry("reset_stream", Outcome.RESET),
          Map.entry("close", Outcome.RESET),
          Map.entry("stall", Outcome.FIRST_TOKEN_TIMEOUT),
          Map.entry("stall_first", Outcome.FIRST_TOKEN_TIMEOUT),
          Map.entry("stall_stream", Outcome.IDLE_TIMEOUT),
          Map.entry("stall_comments", Outcome.IDLE_TIMEOUT),
          Map.entry("endless", Outcome.TOTAL_TIMEOUT),
          Map.entry("error_500", Outcome.HTTP_ERROR),
          Map.entry("error_text", Outcome.HTTP_ERROR),
          Map.entry("error_503", Outcome.HTTP_ERROR),
          Map.entry("rate_limit", Outcome.RATE_LIMITED),
          Map.entry("stream_error", Outcome.STREAM_ERROR),
          Map.entry("stream_error_end", Outcome.STREAM_ERROR),
          Map.entry("stream_error_text", Outcome.STREAM_ERROR),
          Map.entry("stream_error_first", Outcome.STREAM_ERROR),
          Map.entry("empty", Outcome.EMPTY),
          Map.entry("empty_body", Outcome.EMPTY),
          Map.entry("empty_done", Outcome.EMPTY),
          Map.entry("truncated", Outcome.TRUNCATED),
          Map.entry("cut", Outcome.TRUNCATED),
          Map.entry("no_done", Outcome.TRUNCATED),
          Map.entry("no_finish", Outcome.TRUNCATED),
          Map.entry("short", Outcome.OK_SHORT),
          Map.entry("role_first", Outcome.OK),
          Map.entry("reasoning", Outcome.OK),
          Map.entry("reasoning_content", Outcome.OK),
          Map.entry("tool_calls", Outcome.OK),
          Map.entry("multi_token", Outcome.OK),
          Map.entry("no_usage", Outcome.OK),
          Map.entry("wrong_usage", Outcome.OK),
          Map.entry("split_utf8", Outcome.OK),
          Map.entry("coalesced", Outcome.OK),
          Map.entry("crlf", Outcome.OK),
          Map.entry("cr", Outcome.OK),
          Map.entry("no_space", Outcome.OK),
          Map.entry("multi_line", Outcome.OK),
          Map.entry("comments", Outcome.OK),
          // Packed without being asked for: refused, not misread.
          Map.entry("gzip", Outcome.STREAM_ERROR),
          Map.entry("slow_head", Outcome.OK),
          Map.entry("connection_close", Outcome.OK));

  private static final Set<Outcome> TIMEOUTS =
      EnumSet.of(Outcome.FIRST_TOKEN_TIMEOUT, Outcome.IDLE_TIMEOUT, Outcome.TOTAL_TIMEOUT);

  /** Where events are not tokens, or where a client can leave before it has read all. */
  private static final Set<String> UNCOUNTED = Set.of("multi_token", "gzip", "endless");

  private static final int AT_ONCE = 8;

  @TempDir static Path folder;

  private static final Map<String, Future<FaultTrial>> TRIALS = new LinkedHashMap<>();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(AT_ONCE);

  /** Several at once: most of them wait. */
  @BeforeAll
  static void startAll() {
    rows()
        .forEach(
            row -> {
              String fault = (String) row.get()[0];
              Endpoint endpoint = (Endpoint) row.get()[1];
              TRIALS.put(
                  fault + endpoint,
                  POOL.submit(
                      () -> FaultTrial.atOnce(endpoint, folder, fault, "--fault", fault + "=0.3")));
            });
  }

  @AfterAll
  static void stop() {
    POOL.shutdownNow();
  }

  static Stream<Arguments> rows() {
    return FaultCatalogue.names().stream()
        .flatMap(
            fault -> Stream.of(Endpoint.values()).map(endpoint -> Arguments.of(fault, endpoint)));
  }

  @Test
  void theTableHasEveryFault() {
    assertThat(OUTCOMES.keySet()).containsExactlyInAnyOrderElementsOf(FaultCatalogue.names());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRequestsThatItStrikesHaveItsOutcome(String fault, Endpoint endpoint) throws Exception {
    assertThat(trial(fault, endpoint).struck())
        .isNotEmpty()
        .extracting(RequestRecord::outcome)
        .containsOnly(OUTCOMES.get(fault));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theOtherRequestsAreWholeAndCounted(String fault, Endpoint endpoint) throws Exception {
    assertThat(trial(fault, endpoint).spared())
        .isNotEmpty()
        .allMatch(record -> record.outcome() == Outcome.OK)
        .allMatch(record -> record.events() == FaultTrial.TOKENS)
        .allMatch(record -> Integer.valueOf(FaultTrial.TOKENS).equals(record.outputTokens()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eventsAreCountedAsTheyWereWritten(String fault, Endpoint endpoint) throws Exception {
    FaultTrial trial = trial(fault, endpoint);
    assertThat(trial.struck())
        .allMatch(
            record ->
                UNCOUNTED.contains(fault)
                    ? record.events() <= trial.written(record)
                    : record.events() == trial.written(record));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aStalledStreamHoldsNoOtherUp(String fault, Endpoint endpoint) throws Exception {
    List<Outcome> outcomes = trial(fault, endpoint).outcomes();
    List<Boolean> late = outcomes.stream().map(TIMEOUTS::contains).toList();

    assertThat(late).isSorted();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRequestHasOneRecord(String fault, Endpoint endpoint) throws Exception {
    assertThat(trial(fault, endpoint).records())
        .hasSize(FaultTrial.REQUESTS)
        .extracting(RequestRecord::requestId)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsTurnedAwayIsAReset(Endpoint endpoint) {
    FaultTrial trial = FaultTrial.atOnce(endpoint, folder, "away", "--turn-away-rate", "0.3");

    assertThat(trial.records())
        .allMatch(
            record ->
                record.outcome()
                    == (trial.truth().containsKey(record.requestId())
                        ? Outcome.OK
                        : Outcome.RESET));
    assertThat(trial.outcomes()).contains(Outcome.OK, Outcome.RESET);
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyListensAnyMoreRequestsAreRefused(Endpoint endpoint) {
    FaultTrial trial =
        FaultTrial.inTurn(
            endpoint,
            folder,
            "refused",
            "--refuse-after=3",
            "--refuse-seconds=3600",
            "--fault=connection_close=1");

    assertThat(trial.outcomes().subList(0, 3)).containsOnly(Outcome.OK);
    assertThat(trial.outcomes().subList(3, FaultTrial.REQUESTS)).containsOnly(Outcome.REFUSED);
  }

  @ParameterizedTest
  @EnumSource
  void theyAreAnsweredAgainWhenTheServerListensAgain(Endpoint endpoint) {
    FaultTrial trial =
        FaultTrial.inTurn(endpoint, folder, "again", "--refuse-after=3", "--refuse-seconds=0");

    assertThat(trial.outcomes()).containsOnly(Outcome.OK);
  }

  @ParameterizedTest
  @EnumSource
  void faultsCombine(Endpoint endpoint) {
    FaultTrial trial =
        FaultTrial.atOnce(
            endpoint,
            folder,
            "combined",
            "--fault=split_utf8=1,crlf=1,multi_line=1,comments=1,no_space=1,reasoning=1",
            "--fault=stream_error=0.3,no_done=0.3");

    assertThat(trial.records())
        .allMatch(record -> record.events() == trial.written(record))
        .extracting(RequestRecord::outcome)
        .containsOnly(Outcome.OK, Outcome.STREAM_ERROR, Outcome.TRUNCATED);
  }

  @ParameterizedTest
  @EnumSource
  void usageThatIsWrongIsTakenAndTheEventsTell(Endpoint endpoint) throws Exception {
    assertThat(trial("wrong_usage", endpoint).struck())
        .allMatch(record -> record.events() == FaultTrial.TOKENS)
        .allMatch(
            record -> Integer.valueOf(2 * FaultTrial.TOKENS + 1).equals(record.outputTokens()));
  }

  @ParameterizedTest
  @EnumSource
  void severalTokensAnEventAreCountedByUsage(Endpoint endpoint) throws Exception {
    assertThat(trial("multi_token", endpoint).struck())
        .allMatch(record -> record.events() == 3)
        .allMatch(record -> Integer.valueOf(FaultTrial.TOKENS).equals(record.outputTokens()));
  }

  @ParameterizedTest
  @EnumSource
  void withoutUsageTheEventsCount(Endpoint endpoint) throws Exception {
    assertThat(trial("no_usage", endpoint).struck())
        .extracting(RequestRecord::tokenSource)
        .containsOnly(TokenSource.EVENTS);
  }

  private static FaultTrial trial(String fault, Endpoint endpoint) throws Exception {
    return Objects.requireNonNull(TRIALS.get(fault + endpoint), fault).get();
  }
}
