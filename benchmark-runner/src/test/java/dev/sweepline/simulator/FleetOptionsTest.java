package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the options of a server of several processes amount to. */
class FleetOptionsTest {
  @Test
  void aServerWithoutThemHasAllItsEngines() {
    assertThat(place("-dp", "4")).isEqualTo("ranks 0 to 3 of 4");
  }

  @Test
  void withoutAnAddressThereAreNoOthersToMeet() {
    assertThat(place("-dp", "4", "-dpl", "2")).isEqualTo("ranks 0 to 3 of 4");
  }

  @Test
  void theHeadOfADataParallelServerHasTheFirstEngines() {
    assertThat(place("-dp", "4", "-dpl", "2", "-dpa", "node1")).isEqualTo("ranks 0 to 1 of 4");
  }

  @Test
  void aWorkerOfADataParallelServerHasThoseFromItsStartRankOn() {
    assertThat(place("--headless", "-dp=4", "-dpl=2", "-dpr=2", "-dpa=node1"))
        .isEqualTo("ranks 2 to 3 of 4");
  }

  @Test
  void aServerThatSpansNodesHasARankANode() {
    assertThat(place("--nnodes", "2", "--node-rank", "1", "--headless"))
        .isEqualTo("ranks 1 to 1 of 2");
  }

  @Test
  void allOfThemMeanSomethingHere() {
    List<String> ignored =
        RunningSimulator.simulation(
                "m", "-dp", "2", "-dpl", "1", "-dpr", "1", "-dpa", "10.0.0.1", "-dpp", "1", "-dph")
            .ignored();

    assertThat(ignored).isEmpty();
  }

  private static String place(String... options) {
    String[] line = new String[options.length + 1];
    line[0] = "m";
    System.arraycopy(options, 0, line, 1, options.length);
    return RunningSimulator.simulation(line).place().toString();
  }
}
