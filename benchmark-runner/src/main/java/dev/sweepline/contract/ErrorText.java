package dev.sweepline.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an error's text fit to be kept: one line of at most 200 characters, in which addresses,
 * user and host names, home folders and secrets are masked.
 */
public final class ErrorText {
  private static final int LONGEST = 200;
  private static final int SHORTEST_NAME = 3;

  /** A user name that names nobody, and a word of many messages. */
  private static final String NOBODY = "root";

  private static final String ADDRESS = "<address>";
  private static final String SECRET = "<secret>";
  private static final String NAME = "<name>";
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private record Mask(Pattern pattern, String replacement) {
    String applyTo(String text) {
      return pattern.matcher(text).replaceAll(replacement);
    }
  }

  private static final List<Mask> GENERAL =
      List.of(
          mask("(?i)bearer\\s+\\S+", SECRET),
          mask("\\b(?:sk|hf|ghp|xox[a-z])[-_][A-Za-z0-9_-]{8,}", SECRET),
          mask(
              "(?i)\\b(api[-_ ]?key|token|password|secret)([\"']?\\s*[:=]\\s*)[^\\s,;}]+",
              "$1$2" + SECRET),
          mask("(?i)\\b[a-z][a-z0-9+.-]*://[^\\s\"'<>]+", ADDRESS),
          mask("\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*", NAME),
          mask("/?\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?", ADDRESS),
          mask("\\[?(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?:%\\w+)?]?(?::\\d{1,5})?", ADDRESS),
          mask("\\b[A-Za-z][\\w-]*(?:\\.[\\w-]+)*:\\d{2,5}\\b", ADDRESS),
          mask("(?<![\\w.])/(?:home|Users|root)(?:/[^\\s:\"',]*)?", "<path>"));

  private final List<Mask> masks;

  private ErrorText(Stream<Mask> known) {
    this.masks = Stream.concat(known, GENERAL.stream()).toList();
  }

  /** For what others recorded: knows no names, masks what looks like one. */
  public static ErrorText foreign() {
    return new ErrorText(Stream.of());
  }

  /**
   * Knows the user, this host and the given names.
   *
   * @param secrets such as the API key
   * @param hosts further names to mask
   */
  public static ErrorText masking(List<String> secrets, String... hosts) {
    Stream<@Nullable String> names =
        Stream.concat(
            Stream.of(System.getProperty("user.name"), System.getenv("HOSTNAME")),
            Arrays.stream(hosts));
    Stream<Mask> nameMasks =
        names
            .filter(Objects::nonNull)
            .filter(name -> name.length() >= SHORTEST_NAME && !name.equals(NOBODY))
            .map(
                name -> mask("(?i)(?<!\\w)" + Pattern.quote(name) + "(?!\\w)(?::\\d{1,5})?", NAME));
    Stream<Mask> secretMasks =
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST_NAME && !secret.isBlank())
            .map(secret -> mask(Pattern.quote(secret), SECRET));
    return new ErrorText(Stream.concat(secretMasks, nameMasks));
  }

  private static Mask mask(String regex, String replacement) {
    return new Mask(Pattern.compile(regex), replacement);
  }

  /** The text as it may be kept. */
  public String of(String text) {
    String masked = SPACE.matcher(text).replaceAll(" ").strip();
    for (Mask mask : masks) {
      masked = mask.applyTo(masked);
    }
    return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST - 1) + "…";
  }
}
