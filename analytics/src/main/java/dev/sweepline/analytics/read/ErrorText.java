package dev.sweepline.analytics.read;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A foreign error message without what names people, machines or secrets. */
final class ErrorText {
  private static final int LONGEST = 200;
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)\\b(?:hf_|sk-)[A-Za-z0-9_-]{8,}|\\bBearer\\s+\\S+"
              + "|\\b(?:api[_-]?key|token|password|secret)\\b[\"']?\\s*[=:]\\s*\\S+");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b"
              + "|\\b(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}\\b");
  private static final Pattern URL_HOST = Pattern.compile("(?i)(\\w+://)[^/\\s\"']+");
  private static final Pattern HOST_PORT =
      Pattern.compile("(?i)\\b(?:host|node|connect to host)\\s+[\\w.-]+(?::\\d+)?");
  private static final Pattern USER_AT_HOST = Pattern.compile("\\b[\\w.+-]+@[\\w.-]+\\b");
  private static final Pattern HOME = Pattern.compile("(/home/|/users?/|/Users/)[^/\\s\"']+");

  private ErrorText() {}

  /** The first line, scrubbed, of at most 200 characters; null for null. */
  static @Nullable String scrub(@Nullable String message) {
    if (message == null) {
      return null;
    }
    String text = message.lines().findFirst().orElse("");
    text = SECRET.matcher(text).replaceAll("<secret>");
    text = URL_HOST.matcher(text).replaceAll("$1<host>");
    text = USER_AT_HOST.matcher(text).replaceAll("<user>");
    text = ADDRESS.matcher(text).replaceAll("<address>");
    text = HOST_PORT.matcher(text).replaceAll("host <host>");
    text = HOME.matcher(text).replaceAll("$1<user>");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
