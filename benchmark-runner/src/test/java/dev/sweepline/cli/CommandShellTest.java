package dev.sweepline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandShellTest {
  private static final Pattern LOG = Pattern.compile("the details are in (\\S+)");

  /** A command that fails as it is told. */
  @Command(
      name = "try",
      description = "Tries.",
      subcommands = {Named.class, Needy.class})
  static final class Try implements Runnable {
    @Option(names = "--request-rate", description = "Requests per second.")
    double rate;

    private final Runnable body;

    Try(Runnable body) {
      this.body = body;
    }

    @Override
    public void run() {
      body.run();
    }
  }

  /** A command whose own option has the name of a common one. */
  @Command(name = "named", description = "Names.")
  static final class Named implements Runnable {
    @Option(names = "--debug", split = ",", description = "What to debug.")
    @Nullable List<String> debug;

    @Override
    public void run() {
      throw new UserError(ExitCode.REFUSED, "debug " + debug);
    }
  }

  /** A command with an option that it cannot do without. */
  @Command(name = "needy", description = "Needs.")
  static final class Needy implements Runnable {
    @Option(names = "--dataset", required = true, description = "Prompts.")
    String dataset = "";

    @Override
    public void run() {
      throw new UserError(ExitCode.REFUSED, dataset);
    }
  }

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void catchOutput() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void releaseOutput() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void aCommandThatEndsWellHasExitCodeZero() {
    assertThat(run(() -> {})).isZero();
    assertThat(err()).isEmpty();
  }

  @Test
  void helpIsNoFailure() {
    assertThat(run(() -> {}, "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--request-rate", "--debug");
    assertThat(err()).isEmpty();
  }

  @Test
  void anUnknownOptionIsOneLineWithASuggestion() {
    assertThat(run(() -> {}, "--reqest-rate=5")).isEqualTo(2);
    assertThat(err())
        .isEqualTo(
            "try: Unknown option: '--reqest-rate=5'; did you mean --request-rate?"
                + " (see try --help)\n");
  }

  @Test
  void aMistypedOptionIsNamedBeforeTheOneThatIsMissingForIt() {
    assertThat(run(() -> {}, "needy", "--datset", "x")).isEqualTo(2);
    assertThat(err()).contains("Unknown option", "--datset", "did you mean --dataset?");
  }

  @Test
  void anUnknownSubcommandIsSuggestedToo() {
    assertThat(run(() -> {}, "namet")).isEqualTo(2);
    assertThat(err()).hasLineCount(1).contains("did you mean named?");
  }

  @Test
  void aValueThatDoesNotFitIsOneLine() {
    assertThat(run(() -> {}, "--request-rate", "fast")).isEqualTo(2);
    assertThat(err()).hasLineCount(1).contains("--request-rate", "fast");
  }

  @Test
  void whatItsUserCanMendIsOneLineAndItsExitCode() {
    int status =
        run(
            () -> {
              throw new UserError(ExitCode.NO_SERVER, "no server at\n  localhost:1");
            });
    assertThat(status).isEqualTo(69);
    assertThat(err()).isEqualTo("try: no server at localhost:1\n");
  }

  @Test
  void whatAMessageQuotesDoesNotMoveTheCursor() {
    run(
        () -> {
          throw new UserError(ExitCode.USAGE, "no column \u001b[2Jx\ry");
        });
    assertThat(err()).isEqualTo("try: no column  [2Jx y\n");
  }

  @Test
  void aBugIsOneLineThatNamesAFileWithTheTrace() throws IOException {
    int status =
        run(
            () -> {
              throw new IllegalStateException("impossible\nnews");
            });
    assertThat(status).isEqualTo(1);
    assertThat(err()).hasLineCount(1).startsWith("try: this is a bug:").contains("impossible news");
    assertThat(log()).contains("IllegalStateException", "\tat ", "CommandShellTest");
  }

  @Test
  void anErrorOfTheMachineIsHandledLikeABug() throws IOException {
    int status =
        run(
            () -> {
              throw new NoClassDefFoundError("org/apache/spark/sql/SparkSession");
            });
    assertThat(status).isEqualTo(1);
    assertThat(err()).hasLineCount(1).contains("SparkSession");
    assertThat(log()).contains("NoClassDefFoundError");
  }

  @Test
  void theTraceIsShownWhenItIsAskedFor() {
    int status =
        run(
            () -> {
              throw new UserError(ExitCode.MALFORMED, "f:3: bad", new IOException("why"));
            },
            "--debug");
    assertThat(status).isEqualTo(65);
    assertThat(err()).contains("\tat ", "Caused by: java.io.IOException: why");
    assertThat(err()).endsWith("try: f:3: bad\n");
  }

  @Test
  void aCommandMayHaveADebugOptionOfItsOwn() {
    assertThat(run(() -> {}, "named", "--debug", "nccl,vllm")).isEqualTo(64);
    assertThat(err()).isEqualTo("named: debug [nccl, vllm]\n");
  }

  private static int run(Runnable body, String... args) {
    return CommandShell.run(new Try(body), args);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String log() throws IOException {
    Matcher matcher = LOG.matcher(err());
    assertThat(matcher.find()).isTrue();
    Path file = Path.of(matcher.group(1));
    String text = Files.readString(file);
    Files.delete(file);
    return text;
  }
}
