package dev.sweepline.measure;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Requests for tests: a measured one that ended well, unless it is told otherwise. */
public final class RequestBuilder {
  private final int index;
  private Phase phase = Phase.MEASURE;
  private Outcome outcome = Outcome.OK;
  private long scheduledUs;
  private @Nullable Long admittedUs;
  private @Nullable Long sentUs;
  private @Nullable Long firstTokenUs;
  private @Nullable Long wholeUs;
  private @Nullable Long endUs;
  private @Nullable Integer outputTokens;
  private TokenSource tokenSource = TokenSource.USAGE;
  private @Nullable Integer events;
  private Ints gaps = Ints.EMPTY;
  private @Nullable Ints gapTokens;
  private @Nullable Integer httpStatus = 200;

  private RequestBuilder(int index) {
    this.index = index;
  }

  /** A request due and sent at a time, with its first token 1 ms later. */
  public static RequestBuilder request(int index, long dueUs) {
    RequestBuilder builder = new RequestBuilder(index);
    builder.scheduledUs = dueUs;
    builder.admittedUs = dueUs;
    builder.sentUs = dueUs;
    builder.firstTokenUs = dueUs + 1000;
    return builder;
  }

  public RequestBuilder phase(Phase value) {
    phase = value;
    return this;
  }

  public RequestBuilder admitted(long us) {
    admittedUs = us;
    return this;
  }

  public RequestBuilder sent(@Nullable Long us) {
    sentUs = us;
    return this;
  }

  public RequestBuilder firstToken(long us) {
    firstTokenUs = us;
    return this;
  }

  public RequestBuilder end(long us) {
    endUs = us;
    return this;
  }

  /** Times between token events; each event carries one token unless told otherwise. */
  public RequestBuilder gaps(int... us) {
    gaps = Ints.of(us);
    return this;
  }

  /** The same gap before each of the tokens after the first. */
  public RequestBuilder tokens(int tokens, int gapUs) {
    int[] all = new int[tokens - 1];
    Arrays.fill(all, gapUs);
    return gaps(all);
  }

  public RequestBuilder gapTokens(int... tokens) {
    gapTokens = Ints.of(tokens);
    return this;
  }

  public RequestBuilder outputTokens(int tokens) {
    outputTokens = tokens;
    return this;
  }

  public RequestBuilder events(int value) {
    events = value;
    return this;
  }

  public RequestBuilder tokenSource(TokenSource value) {
    tokenSource = value;
    return this;
  }

  public RequestBuilder shortOutput() {
    outcome = Outcome.OK_SHORT;
    return this;
  }

  /** It was not streamed: so many tokens, all of them so long after it was due. */
  public RequestBuilder whole(int tokens, long tookUs) {
    firstTokenUs = null;
    wholeUs = scheduledUs + tookUs;
    return outputTokens(tokens).events(1);
  }

  /** It ended without a token. */
  public RequestBuilder failed(Outcome value, @Nullable Integer status) {
    outcome = value;
    httpStatus = status;
    firstTokenUs = null;
    gaps = Ints.EMPTY;
    return this;
  }

  /** It failed after its tokens. */
  public RequestBuilder broken(Outcome value) {
    outcome = value;
    tokenSource = TokenSource.EVENTS;
    return this;
  }

  public RequestBuilder notSent() {
    sentUs = null;
    admittedUs = null;
    return failed(Outcome.NOT_SENT, null);
  }

  public RequestRecord build() {
    Long first = firstTokenUs;
    Long last = first == null ? wholeUs : Long.valueOf(first + gaps.sum());
    int seen = first == null ? 0 : gaps.size() + 1;
    Integer tokens = outputTokens == null && seen > 0 ? Integer.valueOf(seen) : outputTokens;
    long left = sentUs == null ? scheduledUs : sentUs;
    long end = last == null ? left + 1000 : last;
    return new RequestRecord(
        "request-" + index,
        index,
        "prompt-" + index,
        phase,
        "http://127.0.0.1:8000",
        scheduledUs,
        admittedUs,
        sentUs,
        null,
        first,
        first,
        first,
        last,
        endUs == null ? end : endUs,
        null,
        tokens,
        tokens == null ? null : tokenSource,
        events == null ? seen : events,
        null,
        outcome.isSuccess() ? "length" : null,
        gaps,
        gapTokens,
        outcome,
        httpStatus,
        0,
        outcome.isSuccess() ? null : "failed");
  }
}
