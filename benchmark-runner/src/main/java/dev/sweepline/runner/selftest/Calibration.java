package dev.sweepline.runner.selftest;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A light load, every time of which is compared with the server's own. */
final class Calibration {
  private static final String TRUTH_LOG = "truth.jsonl";

  private final String serverMain;
  private final TrialRun trials;

  Calibration(String serverMain, TrialRun trials) {
    this.serverMain = serverMain;
    this.trials = trials;
  }

  TruthComparison run(Load load) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("sweepline-selftest-");
      try {
        return run(load, folder.resolve(TRUTH_LOG));
      } finally {
        Files.deleteIfExists(folder.resolve(TRUTH_LOG));
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UserError(
          ExitCode.CANNOT_WRITE, "no folder for the server's truth: " + e.getMessage(), e);
    }
  }

  private TruthComparison run(Load load, Path truthLog) throws InterruptedException {
    Trial trial;
    try (SimulatorProcess server =
        SimulatorProcess.start(
            serverMain,
            Programme.CALIBRATION_TTFT_MS,
            Programme.CALIBRATION_ITL_MS,
            List.of("--truth-log", truthLog.toString()))) {
      trial = trials.run(server, load);
    }
    return TruthComparison.of(trial.records(), truthLog);
  }
}
