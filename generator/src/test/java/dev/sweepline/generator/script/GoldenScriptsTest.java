package dev.sweepline.generator.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.Golden;
import dev.sweepline.generator.topology.LaunchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenScriptsTest {
  private static final String LAUNCHER = "launch_all_experiments.sh";

  @TempDir private Path folder;

  private static Plan plan() {
    return SampleScripts.plan(LaunchMode.ONE_NODE);
  }

  private static String launcher() {
    Path sweep = SampleScripts.SWEEP;
    return new LaunchScript(
            sweep,
            sweep.resolve("results"),
            List.of("/opt/sweepline/scripts/sweepline", "aggregate"))
        .of(plan())
        .content();
  }

  @Test
  void theLauncherIsAsReviewed() {
    Golden.verify(LAUNCHER, launcher());
  }

  @Test
  void thePlanIsAsReviewed() {
    Golden.verify("plan.json", ContractJson.current().document(plan()));
  }

  @Test
  void shellcheckFindsNothing() throws IOException {
    Path script = Files.writeString(folder.resolve(LAUNCHER), launcher());
    Assumptions.assumeTrue(
        Bash.run(folder, List.of("bash", "-c", "command -v shellcheck")).code() == 0,
        "shellcheck is not installed: apt-get install shellcheck");

    Bash.Result result = Bash.run(folder, List.of("shellcheck", "--shell=bash", script.toString()));

    assertThat(result.output()).isEmpty();
  }

  @Test
  void theOrderOfTheLoadsIsSeededAndOfEveryRepeatItsOwn() {
    List<String> orders = new LoadOrder("exp_000000000000", 42, 6).ofRepeats(3);

    assertThat(orders)
        .doesNotHaveDuplicates()
        .isEqualTo(new LoadOrder("exp_000000000000", 42, 6).ofRepeats(3))
        .allSatisfy(
            order ->
                assertThat(order.split(" "))
                    .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5"));
  }
}
