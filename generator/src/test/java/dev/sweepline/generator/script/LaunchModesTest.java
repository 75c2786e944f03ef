package dev.sweepline.generator.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.ServeLine;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.Golden;
import dev.sweepline.generator.topology.LaunchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaunchModesTest {
  private static final String LAST_LINE = "main \"$@\"\n";
  private static final String COMMON = "org/model %s --seed 0 ";

  @TempDir private Path folder;

  private Path written(LaunchMode mode) throws IOException {
    return Files.writeString(folder.resolve("run.sbatch"), SampleScripts.script(mode));
  }

  /** What follows the command of the server on each node, as bash has it. */
  private List<List<String>> arguments(LaunchMode mode) throws IOException {
    String nodes =
        """
        ADDRESSES=(10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4)
        RPC_PORT=1001 MASTER_PORT=1002 API_PORT=8000
        for ((rank = 0; rank < SERVER_PROCESSES; rank++)); do
          place "$rank"
          printf '%s\\0' "${SERVER_ARGUMENTS[@]}" "${PLACE[@]}" ';'
        done
        """;
    Path script =
        Files.writeString(
            folder.resolve("place.sh"), SampleScripts.script(mode).replace(LAST_LINE, nodes));
    String output = Bash.run(folder, List.of("bash", script.toString())).output();
    return Arrays.stream(output.split(";\0")).map(line -> List.of(line.split("\0"))).toList();
  }

  private List<String> lines(LaunchMode mode) throws IOException {
    return arguments(mode).stream().map(words -> String.join(" ", words)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aScriptIsAsReviewed(LaunchMode mode) {
    Golden.verify("run_head." + mode + ".sbatch", SampleScripts.script(mode));
  }

  @ParameterizedTest
  @EnumSource
  void bashReadsAScript(LaunchMode mode) throws IOException {
    assertThat(Bash.run(folder, List.of("bash", "-n", written(mode).toString())).output())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shellcheckFindsNothing(LaunchMode mode) throws IOException {
    Assumptions.assumeTrue(
        Bash.run(folder, List.of("bash", "-c", "command -v shellcheck")).code() == 0,
        "shellcheck is not installed: apt-get install shellcheck");

    assertThat(
            Bash.run(folder, List.of("shellcheck", "--shell=bash", written(mode).toString()))
                .output())
        .isEmpty();
  }

  @Test
  void allScriptsHaveTheSameBody() {
    assertThat(Arrays.stream(LaunchMode.values()).map(LaunchModesTest::body).distinct()).hasSize(1);
  }

  private static String body(LaunchMode mode) {
    String script = SampleScripts.script(mode);
    return script.substring(script.indexOf("# Below this line all scripts are the same."));
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionTakesWhatItsServersGet(LaunchMode mode) throws IOException {
    List<List<String>> arguments = arguments(mode);

    assertThat(FlagCatalogue.listed())
        .allSatisfy(
            version ->
                assertThat(arguments)
                    .allSatisfy(
                        words ->
                            assertThat(ServeLine.read(FlagCatalogue.of(version), words).refusal())
                                .isNull()));
  }

  @Test
  void dataParallelWorkersGetTheirSizesAndRanks() throws IOException {
    String common = COMMON.formatted("--data-parallel-size 16 --tensor-parallel-size 2");
    String local =
        "--data-parallel-size-local 4 --data-parallel-address 10.0.0.1"
            + " --data-parallel-rpc-port 1001 ";

    assertThat(lines(LaunchMode.DATA_PARALLEL))
        .containsExactly(
            common + local + "--host 10.0.0.1 --port 8000",
            common + local + "--data-parallel-start-rank 4 --headless",
            common + local + "--data-parallel-start-rank 8 --headless",
            common + local + "--data-parallel-start-rank 12 --headless");
  }

  @Test
  void hybridProcessesAllAnswer() throws IOException {
    String common = COMMON.formatted("--data-parallel-hybrid-lb --data-parallel-size 16");
    String local =
        "--data-parallel-size-local 8 --data-parallel-address 10.0.0.1"
            + " --data-parallel-rpc-port 1001 --data-parallel-start-rank ";

    assertThat(lines(LaunchMode.HYBRID))
        .containsExactly(
            common + local + "0 --api-server-count 4 --host 10.0.0.1 --port 8000",
            common + local + "8 --api-server-count 4 --host 10.0.0.2 --port 8001");
  }

  @Test
  void oneReplicaOverNodesHasOneMaster() throws IOException {
    String common = COMMON.formatted("--pipeline-parallel-size 2 --tensor-parallel-size 8");
    String nodes = "--nnodes 2 --node-rank %d --master-addr 10.0.0.1 --master-port 1002 ";

    assertThat(lines(LaunchMode.MULTI_NODE))
        .containsExactly(
            common + nodes.formatted(0) + "--host 10.0.0.1 --port 8000",
            common + nodes.formatted(1) + "--headless");
  }

  @Test
  void rayStartsOneServer() throws IOException {
    assertThat(lines(LaunchMode.RAY))
        .containsExactly(
            "org/model --tensor-parallel-size 16 --distributed-executor-backend ray --seed 0"
                + " --host 10.0.0.1 --port 8000");
  }
}
