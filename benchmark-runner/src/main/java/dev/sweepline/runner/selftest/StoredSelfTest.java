package dev.sweepline.runner.selftest;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SelfTest;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.meter.ThisHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The self test that lies in a results folder. */
public final class StoredSelfTest {
  private StoredSelfTest() {}

  /**
   * The one of this host.
   *
   * @param resultsDir folder of the experiments
   * @param note gets one line when a file is there that cannot be used
   * @return null when there is none that can be used
   */
  public static @Nullable SelfTest ofThisHost(Path resultsDir, Consumer<String> note) {
    Path file = resultsDir.resolve(RunFiles.SELF_TEST);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      SelfTest stored = ContractJson.read(SelfTest.class, file);
      if (stored.hostId().equals(ThisHost.id())) {
        return stored;
      }
      note.accept(file + ": of another host, not used; run sweepline selftest here");
    } catch (UserError e) {
      note.accept("not used: " + e.getMessage());
    }
    return null;
  }
}
