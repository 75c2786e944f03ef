package dev.sweepline.analytics.advice;

import java.util.List;

/**
 * A piece of advice.
 *
 * @param rule that gave it, see {@code docs/report.md}
 * @param runs that it rests on: experiment and run
 * @param finding what was seen, with its numbers
 * @param action which setting to move, and where to
 * @param price what that costs or gains according to this very sweep, or that it does not tell
 */
public record Advice(String rule, List<String> runs, String finding, String action, String price) {
  public Advice {
    runs = List.copyOf(runs);
  }
}
