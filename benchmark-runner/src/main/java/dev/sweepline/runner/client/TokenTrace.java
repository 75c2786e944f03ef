package dev.sweepline.runner.client;

import dev.sweepline.contract.Ints;
import dev.sweepline.runner.sse.StreamEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The token events of one answer: when each came, and how many tokens the server had counted. */
final class TokenTrace {
  private static final int INITIAL_CAPACITY = 64;

  private int[] gapsUs = new int[INITIAL_CAPACITY];
  private int[] gapTokens = new int[INITIAL_CAPACITY];
  private int events;
  private boolean whole;
  private long firstUs;
  private long lastUs;
  private int tokensSoFar;
  private boolean countedThroughout = true;

  /** A token event, with the server's running count or {@link StreamEvent#UNKNOWN}. */
  void add(long atUs, int tokens) {
    if (events == 0) {
      firstUs = atUs;
    } else {
      int gap = events - 1;
      if (gap == gapsUs.length) {
        gapsUs = Arrays.copyOf(gapsUs, 2 * gap);
        gapTokens = Arrays.copyOf(gapTokens, 2 * gap);
      }
      gapsUs[gap] = Math.toIntExact(atUs - lastUs);
      gapTokens[gap] = tokens - tokensSoFar;
    }
    countedThroughout &= tokens > tokensSoFar;
    tokensSoFar = Math.max(tokens, 0);
    lastUs = atUs;
    events++;
  }

  /** All tokens, in an answer that was not streamed: nobody knows when the first one was made. */
  void addWhole(long atUs) {
    whole = true;
    lastUs = atUs;
    events = 1;
  }

  int events() {
    return events;
  }

  @Nullable Long firstUs() {
    return events == 0 || whole ? null : (Long) firstUs;
  }

  @Nullable Long lastUs() {
    return events == 0 ? null : (Long) lastUs;
  }

  Ints gapsUs() {
    return Ints.copyOf(gapsUs, Math.max(0, events - 1));
  }

  /** Tokens behind each gap; null when some event did not say. */
  @Nullable Ints gapTokens() {
    return events > 0 && !whole && countedThroughout ? Ints.copyOf(gapTokens, events - 1) : null;
  }
}
