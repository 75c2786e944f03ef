package dev.sweepline.runner.access;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that is sent with every request. Its value may be a secret, so no message shows it.
 *
 * @param name a token of RFC 9110
 * @param value visible ASCII and blanks
 */
public record Header(String name, String value) {
  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\x20-\\x7e\\t]*)");
  private static final String SET_BY_BENCH = "bench sets it itself; leave it out";
  private static final Map<String, String> RESERVED =
      Map.ofEntries(
          Map.entry("authorization", "use OPENAI_API_KEY or --api-key-file"),
          Map.entry("accept", "it follows from --no-stream"),
          Map.entry("accept-encoding", SET_BY_BENCH),
          Map.entry("connection", SET_BY_BENCH),
          Map.entry("content-encoding", SET_BY_BENCH),
          Map.entry("content-length", SET_BY_BENCH),
          Map.entry("content-type", SET_BY_BENCH),
          Map.entry("expect", SET_BY_BENCH),
          Map.entry("host", "it follows from --base-url"),
          Map.entry("te", SET_BY_BENCH),
          Map.entry("trailer", SET_BY_BENCH),
          Map.entry("transfer-encoding", SET_BY_BENCH),
          Map.entry("upgrade", SET_BY_BENCH),
          Map.entry("x-request-id", SET_BY_BENCH));

  /**
   * From {@code Name: value}.
   *
   * @throws UserError when it is none, or one that is not the user's to set, exit code 2
   */
  public static Header parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new UserError(
          ExitCode.USAGE,
          "--header: must be 'Name: value' in printable ASCII on one line%s"
              .formatted(nameHint(line)));
    }
    String name = matcher.group(1);
    String remedy = RESERVED.get(name.toLowerCase(Locale.ROOT));
    if (remedy != null) {
      throw new UserError(ExitCode.USAGE, "--header %s: %s".formatted(name, remedy));
    }
    return new Header(name, matcher.group(2).strip());
  }

  /** What stands before the colon, when that is harmless. */
  private static String nameHint(String line) {
    Matcher name = Pattern.compile("([A-Za-z0-9-]{1,40}):.*", Pattern.DOTALL).matcher(line);
    return name.matches() ? "; the value of %s is not".formatted(name.group(1)) : "";
  }

  /** Without the value. */
  @Override
  public String toString() {
    return name;
  }
}
