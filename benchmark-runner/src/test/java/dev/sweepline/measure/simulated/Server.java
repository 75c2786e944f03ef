package dev.sweepline.measure.simulated;

/** A server that runs its requests in steps, one batch at a time. */
final class Server {
  private static final int PROMPT_TOKENS = 100;
  private static final long STEP_US = 8_000;
  private static final long STEP_US_PER_REQUEST = 60;
  private static final long PREFILL_US = 3_000;
  private static final double COLD = 3;
  private static final double SLOW = 1.5;

  private int maxRunning = 256;
  private int kvTokens = 1_000_000;
  private int tokensPerEvent = 1;
  private double jitter = 0.05;
  private long coldUntilUs;
  private long slowFromUs = Long.MAX_VALUE;
  private long lumpUs = 1;

  private Server() {}

  static Server plain() {
    return new Server();
  }

  /** Most requests in a batch. */
  Server maxRunning(int requests) {
    maxRunning = requests;
    return this;
  }

  /** Tokens that fit its cache. */
  Server kvTokens(int tokens) {
    kvTokens = tokens;
    return this;
  }

  /** Tokens that a step gives to each request, in one event. */
  Server tokensPerEvent(int tokens) {
    tokensPerEvent = tokens;
    return this;
  }

  /** Relative standard deviation of a step's time. */
  Server jitter(double share) {
    jitter = share;
    return this;
  }

  /** Steps are slow up to a time. */
  Server coldUntil(long us) {
    coldUntilUs = us;
    return this;
  }

  /** Steps get slower from a time on. */
  Server slowFrom(long us) {
    slowFromUs = us;
    return this;
  }

  /** A proxy lets events through only at multiples of a time. */
  Server lumps(long us) {
    lumpUs = us;
    return this;
  }

  int maxRunning() {
    return maxRunning;
  }

  int tokensPerEvent() {
    return tokensPerEvent;
  }

  boolean fits(int requests, long outputTokens) {
    return (long) requests * PROMPT_TOKENS + outputTokens <= kvTokens;
  }

  /** Time of a step; noise is standard normal. */
  long stepUs(long nowUs, int running, int prefills, double noise) {
    double us = STEP_US + (double) STEP_US_PER_REQUEST * running + (double) PREFILL_US * prefills;
    double state = nowUs < coldUntilUs ? COLD : nowUs >= slowFromUs ? SLOW : 1;
    return Math.max(1, Math.round(us * state * Math.max(0.3, 1 + jitter * noise)));
  }

  /** When an event of a time reaches the client. */
  long deliveredUs(long us) {
    return (us + lumpUs - 1) / lumpUs * lumpUs;
  }
}
