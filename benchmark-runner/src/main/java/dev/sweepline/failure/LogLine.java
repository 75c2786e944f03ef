package dev.sweepline.failure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a server's log.
 *
 * @param text without what vLLM puts before it
 * @param level that vLLM gives it; empty for none
 * @param at as vLLM writes it, month first; null for none
 */
record LogLine(String text, String level, @Nullable String at) {
  private static final Pattern UNSEEN = Pattern.compile("\u001b\\[[0-9;]*m|[\\p{Cntrl}&&[^\t]]");

  /** Such as {@code (EngineCore pid=25) ERROR 08-18 02:57:12 [core.py:1231] }. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:\\([^()]{1,100}\\) ?)*"
              + "(?:(DEBUG|INFO|WARNING|ERROR|CRITICAL)\\b:?"
              + "(?: (\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?(?: \\[[^\\]]*])?)? ?)?");

  /** How PyTorch writes warnings and notes. */
  private static final Pattern TORCH_NOTE =
      Pattern.compile("^(?:\\[rank\\d+]:)?\\[?[WI]\\d{3,4} \\d\\d:");

  /** Source code in a traceback, which names errors that were not raised too. */
  private static final Pattern CODE = Pattern.compile("^ {4}|^ *File \"");

  /** Metrics and health are answered for an engine that hangs, too. */
  private static final Pattern SERVICE =
      Pattern.compile("\"POST [^\"]*\" 200|Avg generation throughput");

  /** How the job script begins each attempt in a log. */
  private static final String ATTEMPT = "=== repeat ";

  static LogLine of(String raw) {
    String line = UNSEEN.matcher(raw).replaceAll("");
    Matcher prefix = PREFIX.matcher(line);
    // Always found, as all of it may be missing.
    String text = prefix.find() ? line.substring(prefix.end()) : line;
    String level = prefix.group(1);
    return new LogLine(text.stripTrailing(), level == null ? "" : level, prefix.group(2));
  }

  boolean opensAttempt() {
    return text.startsWith(ATTEMPT);
  }

  /** Nothing that a server dies of. */
  boolean isHarmless() {
    return level.equals("DEBUG")
        || level.equals("INFO")
        || level.equals("WARNING")
        || TORCH_NOTE.matcher(text).find()
        || CODE.matcher(text).find();
  }

  /** Written by a server that works. */
  boolean showsService() {
    return SERVICE.matcher(text).find();
  }
}
