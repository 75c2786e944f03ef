package dev.sweepline.generator.state;

import dev.sweepline.contract.Attempt;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last word of every start of one experiment. */
final class Attempts {
  private final Map<Integer, Attempt> last;

  private Attempts(Map<Integer, Attempt> last) {
    this.last = Map.copyOf(last);
  }

  /**
   * Reads them. A line that was cut short, by the death of its node, is left out.
   *
   * @param folder of the experiment; it need not be there
   */
  static Attempts in(Path folder) {
    Path file = folder.resolve(RunFiles.ATTEMPTS);
    if (!Files.isRegularFile(file)) {
      return new Attempts(Map.of());
    }
    Map<Integer, Attempt> last = new HashMap<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).endsWith("}")) {
          Attempt attempt =
              ContractJson.current().line(Attempt.class, file.toString(), i + 1, lines.get(i));
          last.put(attempt.repeat(), attempt);
        }
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, "%s: cannot be read: %s".formatted(file, e), e);
    }
    return new Attempts(last);
  }

  /** The last line of a start; empty when it never began. */
  Optional<Attempt> last(int repeat) {
    return Optional.ofNullable(last.get(repeat));
  }
}
