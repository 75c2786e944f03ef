package dev.sweepline.simulator.engine;

import java.util.ArrayList;
import java.util.List;

/** One request in an engine: a prompt and the tokens that it will get. Owned by its scheduler. */
public final class Sequence {
  private final Prompt prompt;
  private final int outputTokens;
  private final List<Integer> blocks = new ArrayList<>();
  private long[] blockHashes = {};
  private int computed;
  private int generated;
  private boolean admittedBefore;
  private int cachedTokens;

  /**
   * @param outputTokens tokens after which the sequence is finished, at least 1
   */
  public Sequence(Prompt prompt, int outputTokens) {
    if (outputTokens < 1) {
      throw new IllegalArgumentException("outputTokens must be >= 1, got: " + outputTokens);
    }
    this.prompt = prompt;
    this.outputTokens = outputTokens;
  }

  /** Tokens generated so far; the tokens of a step count from its beginning. */
  public int generated() {
    return generated;
  }

  /** Whether the last token was generated. */
  public boolean finished() {
    return generated == outputTokens;
  }

  int promptTokens() {
    return prompt.length();
  }

  int outputTokens() {
    return outputTokens;
  }

  /** Ids of the KV blocks held, in the order of the tokens. */
  List<Integer> blocks() {
    return blocks;
  }

  long[] blockHashes() {
    return blockHashes;
  }

  void hashBlocks(int blockSize) {
    blockHashes = prompt.blockHashes(blockSize);
  }

  /** Tokens whose keys and values are in the cache. */
  int computed() {
    return computed;
  }

  /** Tokens that must be computed before the next one can be generated. */
  int missing() {
    return prompt.length() + generated - computed;
  }

  void compute(int tokens) {
    computed += tokens;
  }

  void generate() {
    generated++;
  }

  boolean neverAdmitted() {
    return !admittedBefore;
  }

  /** Is admitted for the first time, with so many tokens of its prompt in the prefix cache. */
  void admitted(int found) {
    admittedBefore = true;
    cachedTokens = found;
  }

  int cachedTokens() {
    return cachedTokens;
  }

  /** Loses what was computed, keeps what was generated. */
  void forget() {
    computed = 0;
  }
}
