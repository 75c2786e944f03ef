package dev.sweepline.analytics;

import dev.sweepline.analytics.lake.LakeRequest;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** What can be asked of the warehouse. */
final class LakeOptions {
  @Option(
      names = "--rebuild",
      description = "Read all sources again; rows of sources that are gone stay.")
  private boolean rebuild;

  @Option(
      names = "--compact",
      description = "Merge small batches now, not only when there are many.")
  private boolean compact;

  @Option(
      names = "--forget",
      paramLabel = "SOURCE",
      description = "Remove the rows of a source that is gone, by name or run_uid; repeatable.")
  private List<String> forget = List.of();

  @Option(
      names = "--lock-wait",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait for another writer (default: ${DEFAULT-VALUE}; 0 refuses).")
  private int lockWaitS;

  LakeRequest request() {
    if (lockWaitS < 0) {
      throw new UserError(
          ExitCode.USAGE, "--lock-wait must be seconds from 0 on, got: " + lockWaitS);
    }
    return new LakeRequest(
        rebuild ? LakeRequest.Reuse.NOTHING : LakeRequest.Reuse.UNCHANGED,
        compact ? LakeRequest.Merging.ANY : LakeRequest.Merging.MANY,
        forget,
        Duration.ofSeconds(lockWaitS));
  }
}
