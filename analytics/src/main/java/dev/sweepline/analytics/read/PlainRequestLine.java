package dev.sweepline.analytics.read;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads request lines as this project's load generator writes them, a tenth of the strict mapper's
 * time: every key in its order, no space, plain text. All other lines are left to that mapper,
 * which takes what is right and says what is wrong, so this class decides nothing.
 */
final class PlainRequestLine {
  private static final Words<Phase> PHASES = Words.of(Phase.class);
  private static final Words<TokenSource> TOKEN_SOURCES = Words.of(TokenSource.class);
  private static final Words<Outcome> OUTCOMES = Words.of(Outcome.class);

  private static final byte[] REQUEST_ID = LineScan.bytes("{\"request_id\":");
  private static final byte[] INDEX = key("index");
  private static final byte[] PROMPT_ID = key("prompt_id");
  private static final byte[] PHASE = key("phase");
  private static final byte[] ENDPOINT = key("endpoint");
  private static final byte[] SCHEDULED = key("scheduled_us");
  private static final byte[] ADMITTED = key("admitted_us");
  private static final byte[] SENT = key("sent_us");
  private static final byte[] HEADERS = key("headers_us");
  private static final byte[] FIRST_EVENT = key("first_event_us");
  private static final byte[] FIRST_TOKEN = key("first_token_us");
  private static final byte[] FIRST_ANSWER = key("first_answer_us");
  private static final byte[] LAST_TOKEN = key("last_token_us");
  private static final byte[] END = key("end_us");
  private static final byte[] PROMPT_TOKENS = key("prompt_tokens");
  private static final byte[] OUTPUT_TOKENS = key("output_tokens");
  private static final byte[] TOKEN_SOURCE = key("token_source");
  private static final byte[] EVENTS = key("events");
  private static final byte[] REQUESTED = key("requested_output_tokens");
  private static final byte[] FINISH_REASON = key("finish_reason");
  private static final byte[] GAPS = key("gaps_us");
  private static final byte[] GAP_TOKENS = key("gap_tokens");
  private static final byte[] OUTCOME = key("outcome");
  private static final byte[] HTTP_STATUS = key("http_status");
  private static final byte[] RETRIES = key("retries");
  private static final byte[] ERROR = key("error");
  private static final byte[] CLOSE = LineScan.bytes("}");

  private final LineScan scan = new LineScan();

  private static byte[] key(String name) {
    return LineScan.bytes(",\"" + name + "\":");
  }

  /** The request; null for a line that the mapper must look at. */
  @Nullable RequestRecord read(byte[] buffer, int from, int to) {
    scan.start(buffer, from, to);
    try {
      RequestRecord request = record();
      return scan.fits() ? request : null;
    } catch (IllegalArgumentException e) {
      // The record refuses its values: the mapper says so with the place.
      return null;
    }
  }

  private @Nullable RequestRecord record() {
    String requestId = at(REQUEST_ID).string();
    int index = at(INDEX).integer();
    String promptId = at(PROMPT_ID).string();
    Phase phase = at(PHASE).word(PHASES);
    String endpoint = at(ENDPOINT).string();
    long scheduled = at(SCHEDULED).number();
    Long admitted = at(ADMITTED).numberOrNull();
    Long sent = at(SENT).numberOrNull();
    Long headers = at(HEADERS).numberOrNull();
    Long firstEvent = at(FIRST_EVENT).numberOrNull();
    Long firstToken = at(FIRST_TOKEN).numberOrNull();
    Long firstAnswer = at(FIRST_ANSWER).numberOrNull();
    Long lastToken = at(LAST_TOKEN).numberOrNull();
    long end = at(END).number();
    Integer promptTokens = at(PROMPT_TOKENS).integerOrNull();
    Integer outputTokens = at(OUTPUT_TOKENS).integerOrNull();
    TokenSource tokenSource = at(TOKEN_SOURCE).wordOrNull(TOKEN_SOURCES);
    int events = at(EVENTS).integer();
    Integer requested = at(REQUESTED).integerOrNull();
    String finishReason = at(FINISH_REASON).stringOrNull();
    Ints gaps = ints(at(GAPS));
    Ints gapTokens = at(GAP_TOKENS).isNull() ? null : ints(scan);
    Outcome outcome = at(OUTCOME).word(OUTCOMES);
    Integer status = at(HTTP_STATUS).integerOrNull();
    int retries = at(RETRIES).integer();
    String error = at(ERROR).stringOrNull();
    at(CLOSE);
    if (!scan.fits() || !scan.isAtEnd()) {
      return null;
    }
    return new RequestRecord(
        requestId,
        index,
        promptId,
        phase,
        endpoint,
        scheduled,
        admitted,
        sent,
        headers,
        firstEvent,
        firstToken,
        firstAnswer,
        lastToken,
        end,
        promptTokens,
        outputTokens,
        tokenSource,
        events,
        requested,
        finishReason,
        gaps,
        gapTokens,
        outcome,
        status,
        retries,
        error);
  }

  private LineScan at(byte[] key) {
    scan.over(key);
    return scan;
  }

  private static Ints ints(LineScan scan) {
    scan.readIntegers();
    return Ints.copyOf(scan.ints(), scan.intsRead());
  }
}
