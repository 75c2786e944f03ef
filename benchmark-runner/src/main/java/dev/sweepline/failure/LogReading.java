package dev.sweepline.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One log, read backwards: the last line is seldom the reason, and the reason never far above it.
 */
final class LogReading {
  /** Errors before so many lines of good service are not what a server died of. */
  private static final int OUTLIVED = 1000;

  private final Path log;
  private @Nullable Evidence best;

  private LogReading(Path log) {
    this.log = log;
  }

  /** What its last attempt died of; empty when it holds nothing or cannot be read. */
  static Optional<Evidence> of(Path log) {
    try (LogTail tail = LogTail.of(log)) {
      LogReading reading = new LogReading(log);
      reading.read(tail);
      return Optional.ofNullable(reading.best);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private void read(LogTail tail) throws IOException {
    int service = 0;
    for (String raw = tail.previous(); raw != null; raw = tail.previous()) {
      LogLine line = LogLine.of(raw);
      if (line.opensAttempt() || service >= OUTLIVED) {
        return;
      }
      if (line.showsService()) {
        service++;
      }
      if (!line.text().isBlank()) {
        weigh(line);
      }
    }
  }

  /** Of equal weight the one further up explains the other. */
  private void weigh(LogLine line) {
    Cause cause =
        line.isHarmless() ? Causes.UNKNOWN : Causes.of(line.text()).orElse(Causes.UNKNOWN);
    if (best == null || overrules(cause.weight(), best.cause().weight())) {
      best = new Evidence(cause, line.text().strip(), line.at(), log);
    }
  }

  private static boolean overrules(Cause.Weight above, Cause.Weight below) {
    return above != Cause.Weight.LAST_WORD && above.compareTo(below) <= 0;
  }
}
