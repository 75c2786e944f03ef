package dev.sweepline.failure;

import dev.sweepline.contract.ErrorText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the logs of a dead server's processes down to the first cause. */
public final class FailureReading {
  /** Parts of the names of variables whose values must not show. */
  private static final List<String> SECRET = List.of("TOKEN", "KEY", "SECRET", "PASS");

  private FailureReading() {}

  /**
   * The cause of the last attempt's end. The process that failed first is not always the one whose
   * end was seen, so all logs are asked; a log that cannot be read is left out.
   *
   * @param logs one a process, named {@code <role>-<node>.log}
   * @return empty when no log holds a line
   */
  public static Optional<ServerFailure> of(List<Path> logs) {
    ErrorText text = ErrorText.masking(secrets());
    return logs.stream()
        .flatMap(log -> LogReading.of(log).stream())
        .reduce(Evidence::stronger)
        .map(evidence -> evidence.failure(text));
  }

  private static List<String> secrets() {
    return System.getenv().entrySet().stream()
        .filter(variable -> isSecret(variable.getKey()))
        .flatMap(variable -> Stream.ofNullable(variable.getValue()))
        .toList();
  }

  private static boolean isSecret(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return SECRET.stream().anyMatch(name::contains);
  }
}
