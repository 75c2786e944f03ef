package dev.sweepline.simulator.pace;

/** A request whose tokens come at fixed times. */
final class FixedStream implements Comparable<FixedStream> {
  private final Work work;
  private final TokenListener listener;
  private final long firstNanos;
  private final long itlNanos;
  private int emitted;
  private boolean over;

  FixedStream(Work work, TokenListener listener, long firstNanos, long itlNanos) {
    this.work = work;
    this.listener = listener;
    this.firstNanos = firstNanos;
    this.itlNanos = itlNanos;
  }

  Work work() {
    return work;
  }

  TokenListener listener() {
    return listener;
  }

  int emitted() {
    return emitted;
  }

  boolean over() {
    return over;
  }

  void stop() {
    over = true;
  }

  /** When the next token is due. */
  long dueAt() {
    return firstNanos + emitted * itlNanos;
  }

  /** Takes the tokens that are due: at least one, more when the loop is late. */
  int take(long now) {
    int total = work.outputTokens();
    long due = itlNanos == 0 ? total : Math.min(total, 1 + (now - firstNanos) / itlNanos);
    int tokens = (int) due - emitted;
    emitted += tokens;
    over = emitted == total;
    return tokens;
  }

  @Override
  public int compareTo(FixedStream other) {
    return Long.compare(dueAt(), other.dueAt());
  }
}
