package dev.sweepline.failure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every cause that is known, the more exact ones first. */
final class Causes {
  private static final String READ_ON = "read the lines around it";

  /** The last line of a Python traceback. */
  private static final Cause EXCEPTION =
      new Cause(
          "exception",
          Cause.Weight.EXCEPTION,
          Pattern.compile("^(?:\\[rank\\d+]: ?)?(?:\\w+\\.)*\\w*(?:Error|Exception)(?:: |$)"),
          READ_ON);

  static final Cause UNKNOWN =
      new Cause("unknown", Cause.Weight.LAST_WORD, Pattern.compile(""), READ_ON);

  private static final List<Cause> ALL =
      Stream.of(
              SlurmCauses.ALL,
              CommandCauses.ALL,
              ModelCauses.ALL,
              MemoryCauses.ALL,
              NetworkCauses.ALL,
              ConsequenceCauses.ALL,
              CommandCauses.LESS_EXACT,
              List.of(EXCEPTION))
          .flatMap(List::stream)
          .toList();

  private Causes() {}

  static Optional<Cause> of(String line) {
    return ALL.stream().filter(cause -> cause.isSaidBy(line)).findFirst();
  }
}
