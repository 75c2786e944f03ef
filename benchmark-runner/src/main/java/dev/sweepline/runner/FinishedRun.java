package dev.sweepline.runner;

import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.runner.output.PackedFile;
import dev.sweepline.runner.vllm.VllmResultFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
      VllmResultFile.write(vllmJson, summary, requests, Map.of());
    }
    for (Path file : List.of(requests, folder.resolve(RunFiles.samples(run)))) {
      PackedFile.replace(file, plan.packing());
    }
  }
}
