package dev.sweepline.simulator.engine;

import java.util.Arrays;

/**
 * A prompt as the scheduler sees it: tokens whose equality is all that matters. Without a tokenizer
 * a token is a slice of {@value #CHARS_PER_TOKEN} characters, about what real ones hold of English.
 */
public final class Prompt {
  private static final int CHARS_PER_TOKEN = 4;
  private static final long HASH_SEED = 0x9E3779B97F4A7C15L;

  private final long[] tokens;

  private Prompt(long[] tokens) {
    this.tokens = tokens;
  }

  /** The tokens of a text; at least one. */
  public static Prompt ofText(String text) {
    int count = Math.max(1, (text.length() + CHARS_PER_TOKEN - 1) / CHARS_PER_TOKEN);
    long[] tokens = new long[count];
    for (int i = 0; i < text.length(); i++) {
      int token = i / CHARS_PER_TOKEN;
      tokens[token] = tokens[token] << Character.SIZE | text.charAt(i);
    }
    return new Prompt(tokens);
  }

  /** Tokens by their ids. */
  public static Prompt ofTokenIds(long... ids) {
    return new Prompt(ids.clone());
  }

  /** Number of tokens. */
  public int length() {
    return tokens.length;
  }

  /** A hash of each full block and all before it; equal hashes mean an equal beginning. */
  long[] blockHashes(int blockSize) {
    long[] hashes = new long[tokens.length / blockSize];
    long hash = HASH_SEED;
    for (int block = 0; block < hashes.length; block++) {
      for (int i = block * blockSize; i < (block + 1) * blockSize; i++) {
        hash = mix(hash ^ tokens[i]);
      }
      hashes[block] = hash;
    }
    return hashes;
  }

  /** The finalizer of SplitMix64: every bit of the input moves half of the output's. */
  private static long mix(long value) {
    long z = value + HASH_SEED;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Prompt prompt && Arrays.equals(tokens, prompt.tokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens);
  }
}
