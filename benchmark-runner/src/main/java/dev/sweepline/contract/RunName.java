package dev.sweepline.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run inside its experiment: {@code <load>-r<repeat>-a<attempt>}, for example {@code
 * rate10-3fa9c1-r2-a1}.
 *
 * @param load see {@link Load#id}
 * @param repeat which server start, from 1
 * @param attempt which try of that repeat, from 1
 */
public record RunName(String load, int repeat, int attempt) {
  private static final String LOAD = "[A-Za-z0-9.+-]+-[0-9a-f]{6}";
  private static final Pattern LOAD_FORM = Pattern.compile(LOAD);
  private static final Pattern FORM =
      Pattern.compile("(" + LOAD + ")-r([1-9]\\d{0,8})-a([1-9]\\d{0,8})");

  public RunName {
    Rules.hold(LOAD_FORM.matcher(load).matches(), "load", "must be <slug>-<6 hex digits>", load);
    Rules.atLeast("repeat", repeat, 1);
    Rules.atLeast("attempt", attempt, 1);
  }

  /**
   * Reads a run's name.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public static RunName parse(String text) {
    Matcher matcher = FORM.matcher(text);
    Rules.hold(matcher.matches(), "run", "must be <load>-r<repeat>-a<attempt>", text);
    return new RunName(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }

  @Override
  public String toString() {
    return "%s-r%d-a%d".formatted(load, repeat, attempt);
  }
}
