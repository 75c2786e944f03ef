package dev.sweepline.runner.selftest;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Delays;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.SelfTest;
import dev.sweepline.contract.SelfTest.Extent;
import dev.sweepline.contract.SelfTest.Quantity;
import dev.sweepline.contract.SelfTest.Step;
import dev.sweepline.contract.Tool;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.meter.ThisHost;
import dev.sweepline.runner.rehearsal.Rehearsal;
import dev.sweepline.runner.selftest.Ladder.Rung;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tests this host: its errors under a light load, then the largest loads that it bears. */
public final class HostTest {
  private static final int REHEARSED_REQUESTS = 300;

  private final String serverMain;
  private final int threads;
  private final StopSignal stop;
  private final Consumer<String> progress;
  private final TrialRun trials;

  /**
   * @param serverMain name of the class that runs the simulated server, on the class path
   * @param threads event loops
   * @param stop ends it early
   * @param progress gets a line for each load
   */
  public HostTest(String serverMain, int threads, StopSignal stop, Consumer<String> progress) {
    this.serverMain = serverMain;
    this.threads = threads;
    this.stop = stop;
    this.progress = progress;
    this.trials = new TrialRun(threads, stop);
  }

  /**
   * Tests.
   *
   * @throws UserError exit code 70 when the simulated server does not start, 73 when nothing can be
   *     measured, 75 when it was stopped
   */
  public SelfTest run(Extent extent) throws InterruptedException {
    Instant testedAt = Instant.now();
    Programme programme = Programme.of(extent);
    new Rehearsal(
            programme.calibration(), REHEARSED_REQUESTS, List.of(ContractJson.current()::line))
        .run();
    TruthComparison errors = new Calibration(serverMain, trials).run(programme.calibration());
    List<Step> steps = new ArrayList<>();
    Trial first = null;
    for (Ladder ladder : programme.ladders()) {
      Trial lowest = climb(ladder, steps);
      first = first == null ? lowest : first;
    }
    Trial light = Objects.requireNonNull(first, "a programme has ladders");
    Delays lateness = Objects.requireNonNull(light.client().latenessUs(), "an open loop");
    Delays lag = Objects.requireNonNull(light.client().loopLagUs(), "a loop that was probed");
    Ceiling ceiling = ceiling(steps);
    return new SelfTest(
        SchemaVersion.CURRENT.toString(),
        testedAt,
        Tool.current(),
        ThisHost.id(),
        ThisHost.facts(),
        threads,
        extent,
        Grade.word(errors.ttftUs(), errors.itlUs(), lateness, ceiling),
        errors.ttftUs(),
        errors.itlUs(),
        lateness,
        lag,
        ceiling,
        steps);
  }

  /** Returns what came of the lowest rung; null when not even that one could be tried. */
  private @Nullable Trial climb(Ladder ladder, List<Step> steps) throws InterruptedException {
    Trial lowest = null;
    try (SimulatorProcess server =
        SimulatorProcess.start(serverMain, ladder.ttftMs(), ladder.itlMs(), List.of())) {
      for (Rung rung : ladder.rungs()) {
        Step step = Bearing.notTried(ladder.quantity(), rung.asked());
        if (ladder.quantity() != Quantity.OPEN_STREAMS || OpenFiles.allow(rung.asked())) {
          Trial trial = trial(server, ladder, rung);
          lowest = lowest == null ? trial : lowest;
          step = Bearing.step(ladder.quantity(), rung.asked(), trial);
        }
        steps.add(step);
        progress.accept(StepText.of(step));
        if (step.limit() != null) {
          break;
        }
      }
    }
    return lowest;
  }

  /** What was only late is tried once more: one hiccup of the host is no limit. */
  private Trial trial(SimulatorProcess server, Ladder ladder, Rung rung)
      throws InterruptedException {
    Trial trial = trials.run(server, rung.load());
    checkStopped();
    if (!Bearing.isHiccup(Bearing.step(ladder.quantity(), rung.asked(), trial))) {
      return trial;
    }
    Trial again = trials.run(server, rung.load());
    checkStopped();
    return again;
  }

  private void checkStopped() {
    if (stop.isRequested()) {
      throw new UserError(ExitCode.INTERRUPTED, "stopped");
    }
  }

  private static Ceiling ceiling(List<Step> steps) {
    return new Ceiling(
        most(steps, Quantity.REQUESTS_PER_S),
        most(steps, Quantity.EVENTS_PER_S),
        (int) most(steps, Quantity.OPEN_STREAMS));
  }

  private static double most(List<Step> steps, Quantity quantity) {
    return steps.stream()
        .filter(step -> step.quantity() == quantity && step.limit() == null)
        .mapToDouble(Step::asked)
        .max()
        .orElse(0);
  }
}
