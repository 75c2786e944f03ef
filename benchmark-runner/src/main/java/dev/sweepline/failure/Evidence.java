package dev.sweepline.failure;

import dev.sweepline.contract.ErrorText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A line that tells why a server died.
 *
 * @param at as vLLM writes it, month first; null where the line has no time
 */
record Evidence(Cause cause, String line, @Nullable String at, Path log) {
  private static final String END = ".log";

  /** The one that explains the other: of equal weight what came first, else what is named first. */
  Evidence stronger(Evidence other) {
    int byWeight = cause.weight().compareTo(other.cause.weight());
    if (byWeight != 0) {
      return byWeight < 0 ? this : other;
    }
    return at != null && other.at != null && other.at.compareTo(at) < 0 ? other : this;
  }

  ServerFailure failure(ErrorText text) {
    return new ServerFailure(cause.code(), text.of(line), node(), cause.remedy());
  }

  private @Nullable String node() {
    String name = String.valueOf(log.getFileName());
    int role = name.indexOf('-');
    return role < 0 || !name.endsWith(END) || name.length() <= role + 1 + END.length()
        ? null
        : name.substring(role + 1, name.length() - END.length());
  }
}
