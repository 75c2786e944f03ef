package dev.sweepline.cli;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Tool;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a picocli command by the rules of all Sweepline commands: a failure is one line on standard
 * error and an exit code; a stack trace is shown for {@code --debug} only, a bug's goes to a file
 * that is named.
 */
public final class CommandShell {
  private static final String DEBUG = "--debug";
  private static final int WIDTH = 80;

  /** What a message quotes may hold what would move the terminal's cursor. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private CommandShell() {}

  /**
   * Parses and runs.
   *
   * @param command an object annotated with {@link CommandLine.Command}
   * @return the exit code
   */
  public static int run(Object command, String... args) {
    CommandLine line = new CommandLine(command);
    addCommonOptions(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(WIDTH);
    line.setUsageHelpLongOptionsMaxWidth(WIDTH / 3);
    line.setParameterExceptionHandler(CommandShell::usageError);
    line.setExecutionExceptionHandler(CommandShell::failure);
    try {
      return line.execute(args);
    } catch (Error e) {
      // Such as a class that is not on the class path: picocli hands on exceptions only.
      return failure(e, line, line.getParseResult());
    }
  }

  private static void addCommonOptions(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    spec.mixinStandardHelpOptions(true);
    spec.version("sweepline " + Tool.current().version());
    if (spec.findOption(DEBUG) == null) {
      spec.addOption(
          OptionSpec.builder(DEBUG)
              .description("Show the stack trace of a failure.")
              .type(boolean.class)
              .build());
    }
    line.getSubcommands().values().forEach(CommandShell::addCommonOptions);
  }

  private static int usageError(ParameterException refusal, String[] args) {
    CommandLine line = refusal.getCommandLine();
    ParameterException e = mistypedBeforeMissing(refusal);
    String suggestion = suggestion(e);
    line.getErr()
        .printf(
            "%s: %s%s (see %s --help)%n",
            line.getCommandName(),
            oneLine(e.getMessage()),
            suggestion == null ? "" : "; did you mean " + suggestion + "?",
            line.getCommandSpec().qualifiedName());
    return ExitCode.USAGE.status();
  }

  /** A mistyped option is why another one seems to be missing. */
  private static ParameterException mistypedBeforeMissing(ParameterException e) {
    CommandLine line = e.getCommandLine();
    return e instanceof MissingParameterException && !line.getUnmatchedArguments().isEmpty()
        ? new UnmatchedArgumentException(line, line.getUnmatchedArguments())
        : e;
  }

  private static @Nullable String suggestion(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return null;
    }
    String typed = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
    CommandSpec spec = unmatched.getCommandLine().getCommandSpec();
    List<String> known =
        Stream.concat(spec.optionsMap().keySet().stream(), spec.subcommands().keySet().stream())
            .toList();
    return NearestName.of(typed, known).orElse(null);
  }

  private static int failure(Throwable e, CommandLine line, @Nullable ParseResult parsed) {
    if (debug(parsed)) {
      e.printStackTrace(line.getErr());
    }
    if (e instanceof UserError error) {
      line.getErr().printf("%s: %s%n", line.getCommandName(), oneLine(error.getMessage()));
      return error.exitCode().status();
    }
    line.getErr()
        .printf(
            "%s: this is a bug: %s; the details are in %s%n",
            line.getCommandName(), oneLine(e.toString()), log(line.getCommandName(), e));
    return ExitCode.BUG.status();
  }

  private static String oneLine(@Nullable String message) {
    return CONTROL
        .matcher(
            String.valueOf(message).lines().map(String::strip).collect(Collectors.joining(" ")))
        .replaceAll(" ");
  }

  private static boolean debug(@Nullable ParseResult parsed) {
    if (parsed == null) {
      return false;
    }
    // A command may have an option of this name that takes something else.
    Object stated = parsed.matchedOptionValue(DEBUG, (Object) null);
    return Boolean.TRUE.equals(stated) || (parsed.hasSubcommand() && debug(parsed.subcommand()));
  }

  private static String log(String command, Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    try {
      Path file =
          Files.createTempFile("sweepline-%s-".formatted(command.toLowerCase(Locale.ROOT)), ".log");
      Files.writeString(file, trace.toString());
      return file.toString();
    } catch (IOException unwritable) {
      return "no file (%s); run again with %s".formatted(unwritable.getMessage(), DEBUG);
    }
  }
}
