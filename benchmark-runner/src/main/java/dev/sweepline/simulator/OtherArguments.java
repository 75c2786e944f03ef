package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line has besides the known options: the model, if it comes first, and options of
 * {@code vllm serve} without a meaning here, each with the values behind it.
 *
 * @param options their names
 */
record OtherArguments(Optional<String> model, List<String> options) {
  OtherArguments {
    options = List.copyOf(options);
  }

  /**
   * Sorts the arguments that were not matched.
   *
   * @param known names of the known options
   * @throws UserError for a known option that is written with underscores, exit code 2
   */
  static OtherArguments of(List<String> unmatched, Set<String> known) {
    Optional<String> model =
        unmatched.stream().limit(1).filter(first -> !first.startsWith("-")).findFirst();
    List<String> options = new ArrayList<>();
    for (String argument : unmatched) {
      if (argument.startsWith("-") && !isNumber(argument)) {
        String name = argument.replaceFirst("=.*", "");
        String dashed = name.replace('_', '-');
        if (!dashed.equals(name) && known.contains(dashed)) {
          throw new UserError(ExitCode.USAGE, "%s: write %s".formatted(name, dashed));
        }
        options.add(name);
      }
    }
    return new OtherArguments(model, options);
  }

  private static boolean isNumber(String argument) {
    return argument.matches("-\\d.*");
  }
}
