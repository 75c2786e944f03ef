package dev.sweepline.runner;

import dev.sweepline.contract.RunName;
import dev.sweepline.runner.client.AnswerSink;
import dev.sweepline.runner.output.RecordQueue;
import dev.sweepline.runner.output.TextsFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the texts of a run's answers, when that was asked for; else does nothing. */
final class TextStage implements AutoCloseable {
  private final @Nullable TextsFile file;
  private @Nullable RecordQueue<TextsFile.Kept> queue;

  private TextStage(@Nullable TextsFile file) {
    this.file = file;
  }

  static TextStage of(BenchPlan plan, RunName run) {
    return new TextStage(
        plan.output().keepText()
            ? TextsFile.create(plan.folder(), run, plan.access().secrets())
            : null);
  }

  /**
   * Starts to keep them.
   *
   * @param onFailure runs when the file cannot be written
   * @return takes the texts; null when none are kept
   */
  @Nullable AnswerSink start(Runnable onFailure) {
    if (file == null) {
      return null;
    }
    RecordQueue<TextsFile.Kept> kept = new RecordQueue<>(List.of(file::append), onFailure);
    kept.start();
    queue = kept;
    return (requestId, text) -> kept.put(new TextsFile.Kept(requestId, text));
  }

  /** All answers have ended. */
  void finish() throws InterruptedException {
    if (queue != null) {
      queue.finish();
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
