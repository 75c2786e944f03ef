package dev.sweepline.generator.state;

import dev.sweepline.contract.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lock that a job script holds on its experiment. The kernel frees it when the script dies. It
 * is one of {@code flock}, which Java has none of.
 */
final class ScriptLock {
  private static final int HELD = 75;

  private final Path file;

  /**
   * @param folder of the experiment's results; it need not be there
   */
  ScriptLock(Path folder) {
    this.file = folder.resolve(RunFiles.SCRIPT_LOCK);
  }

  /** Whether a script holds it, as far as this machine sees. */
  boolean isHeld() {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    List<String> tryIt =
        List.of(
            "flock",
            "--nonblock",
            "--shared",
            "--conflict-exit-code=" + HELD,
            file.toString(),
            "true");
    try {
      return new ProcessBuilder(tryIt).start().waitFor() == HELD;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
