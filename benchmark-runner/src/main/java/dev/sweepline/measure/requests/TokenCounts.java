package dev.sweepline.measure.requests;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;

/**
 * The tokens that the server told of one success, beside the token events that it sent. That an
 * event brings several tokens is ordinary; that it brings none is not.
 */
public final class TokenCounts {
  /**
   * Events that may be more than tokens in an answer: a parser may make two of one token, where
   * reasoning ends and the answer begins, or where a tool call has its name and its arguments.
   */
  public static final int SPLIT_TOKENS = 2;

  /** The same as a share, for answers with many tool calls. */
  public static final double SPLIT_SHARE = 0.05;

  /** Below it, one event of speculative decoding may well bring most of an answer. */
  public static final int MANY_TOKENS = 16;

  private final RequestRecord request;
  private final int told;

  TokenCounts(RequestRecord request) {
    this.request = request;
    Integer tokens = request.outputTokens();
    boolean streamed = request.firstTokenUs() != null;
    this.told =
        streamed && tokens != null && request.tokenSource() == TokenSource.USAGE ? tokens : 0;
  }

  /** Whether the server told fewer tokens than its events must have brought. */
  boolean areTooFew() {
    long least = leastBehindTheFirst() + 1;
    return told > 0 && least - told > Math.max(SPLIT_TOKENS, SPLIT_SHARE * least);
  }

  /** One token a gap where nothing is told of it. */
  private long leastBehindTheFirst() {
    Ints gapTokens = request.gapTokens();
    return gapTokens == null ? request.events() - 1L : gapTokens.sum();
  }

  /** Whether it is known of a long answer how many tokens its first event brought. */
  boolean knowTheStart() {
    return told >= MANY_TOKENS && (request.gapTokens() != null || request.events() == 1);
  }

  /** Whether that was more than half of all. */
  boolean startLate() {
    return knowTheStart() && 2 * leastBehindTheFirst() < told;
  }
}
