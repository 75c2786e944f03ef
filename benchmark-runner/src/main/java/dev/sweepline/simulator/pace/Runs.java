package dev.sweepline.simulator.pace;

import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells where runs begin. The ids of a run of this project have a common prefix; without such ids a
 * request after a pause is the first of a run.
 */
public final class Runs {
  private static final Pattern ID = Pattern.compile("([0-9a-f]{8})-\\d+");

  private final IntToDoubleFunction factor;
  private final long pauseNanos;
  private @Nullable Run current;
  private @Nullable String prefix;
  private long lastNanos;

  /**
   * @param factor of a run by its number
   * @param pauseNanos without a request in flight that separates runs
   */
  public Runs(IntToDoubleFunction factor, long pauseNanos) {
    this.factor = factor;
    this.pauseNanos = pauseNanos;
  }

  /**
   * The run of a request that arrives.
   *
   * @param inFlight requests that came before and are not answered
   */
  public Run of(String requestId, long nowNanos, int inFlight) {
    Matcher id = ID.matcher(requestId);
    boolean known = id.matches();
    boolean paused = inFlight == 0 && nowNanos - lastNanos > pauseNanos;
    Run run = current;
    if (run == null || (known ? !id.group(1).equals(prefix) : paused)) {
      int number = run == null ? 1 : run.number() + 1;
      run = new Run(number, factor.applyAsDouble(number));
      current = run;
    }
    if (known) {
      prefix = id.group(1);
    }
    lastNanos = nowNanos;
    return run;
  }

  /** A request was answered. */
  public void answered(long nowNanos) {
    lastNanos = nowNanos;
  }
}
