package dev.sweepline.runner;

import dev.sweepline.cli.WholeFile;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SelfTest;
import dev.sweepline.contract.SelfTest.Extent;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.selftest.HostTest;
import dev.sweepline.runner.selftest.SelfTestTable;
import dev.sweepline.runner.selftest.SignalGuard;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how well this host times, and how much load it bears. */
@Command(
    name = "selftest",
    description = {
      "Says how well this host times and how much load it bears: loads a simulated server on it,"
          + " whose own times are known, first lightly, then ever harder.",
      "Takes about a minute; run it where bench will run, with nothing else beside it."
    },
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  sweepline selftest --store results",
      "",
      "Exit codes: 0 done, whatever the verdict, 2 usage, 70 no simulated server,",
      "73 nothing to measure, 75 interrupted, 76 cannot write."
    })
public final class SelftestCommand implements Callable<Integer> {
  @Option(names = "--quick", description = "Fewer and shorter loads, about 20 seconds.")
  private boolean quick;

  @Option(names = "--threads", paramLabel = "N", description = "Event loops (default: one a core).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Also write "
              + RunFiles.SELF_TEST
              + " there. In a results folder, bench on this host puts its verdict into each"
              + " summary and marks runs near the ceiling.")
  private @Nullable Path store;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Spec private @Nullable CommandSpec spec;

  /** For the composition root; picocli fills the options. */
  public SelftestCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (threads < 1) {
      throw new UserError(ExitCode.USAGE, "--threads: must be >= 1, got: " + threads);
    }
    CommandSpec self = Objects.requireNonNull(spec, "spec");
    SelfTest result = test(self.commandLine().getErr());
    String document = ContractJson.current().document(result);
    if (store != null) {
      WholeFile.write(store.resolve(RunFiles.SELF_TEST), document);
    }
    PrintWriter out = self.commandLine().getOut();
    out.print(json ? document : SelfTestTable.of(result));
    out.flush();
    return ExitCode.OK.status();
  }

  private SelfTest test(PrintWriter err) throws InterruptedException {
    StopSignal stop = new StopSignal();
    SignalGuard signals = new SignalGuard(stop);
    try {
      return new HostTest(SelftestServer.class.getName(), threads, stop, line -> say(err, line))
          .run(quick ? Extent.QUICK : Extent.FULL);
    } finally {
      signals.close();
    }
  }

  private void say(PrintWriter err, String line) {
    if (!quiet) {
      err.println("selftest: " + line);
      err.flush();
    }
  }
}
