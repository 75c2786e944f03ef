package dev.sweepline.failure;

import java.util.regex.Pattern;

/**
 * Something that a server dies of.
 *
 * @param code for machines
 * @param weight how much a line of this kind explains
 * @param sign how its line reads, without vLLM's prefix
 * @param remedy what to do about it
 */
record Cause(String code, Weight weight, Pattern sign, String remedy) {
  /** Heavier first. */
  enum Weight {
    /** A first cause. */
    ROOT,
    /** An error that nobody has named: perhaps a first cause. */
    EXCEPTION,
    /** What the others see when one has died. */
    CONSEQUENCE,
    /** Just the last that was said. */
    LAST_WORD
  }

  static Cause root(String code, String sign, String remedy) {
    return new Cause(code, Weight.ROOT, Pattern.compile(sign), remedy);
  }

  static Cause consequence(String code, String sign, String remedy) {
    return new Cause(code, Weight.CONSEQUENCE, Pattern.compile(sign), remedy);
  }

  boolean isSaidBy(String line) {
    return sign.matcher(line).find();
  }
}
