package dev.sweepline.runner;

import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.runner.output.PackedFile;
import dev.sweepline.runner.output.TextsFile;
import dev.sweepline.runner.vllm.VllmResultFile;
import java.nio.file.Path;
import java.util.List;

/** What is made of the files of a run that was not stopped. */
final class FinishedRun {
  private final OutputPlan plan;
  private final Path folder;

  /**
   * @param folder that holds the run's files
   */
  FinishedRun(OutputPlan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /**
   * Writes the result in vLLM's form and packs the files, each when it was asked for.
   *
   * @param loads of the call
   */
  void finish(RunSummary summary, int loads) {
    RunName run = summary.header().runName();
    Path requests = folder.resolve(RunFiles.requests(run));
    Path vllmJson = plan.vllmJson(run.load(), loads);
    if (vllmJson != null) {
      VllmResultFile.write(vllmJson, summary, requests, TextsFile.read(folder, run));
    }
    for (String name :
        List.of(RunFiles.texts(run), RunFiles.samples(run), RunFiles.requests(run))) {
      PackedFile.replace(folder.resolve(name), plan.packing());
    }
  }
}
