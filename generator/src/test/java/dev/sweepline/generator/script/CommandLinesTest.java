package dev.sweepline.generator.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.ServeLine;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.rules.InertKeys;
import dev.sweepline.generator.sweep.Overrides;
import dev.sweepline.generator.sweep.Sweep;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.RealVllm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scripts of all phases start, against what the server takes. */
class CommandLinesTest {
  private static List<VllmVersion> versions() {
    return FlagCatalogue.listed();
  }

  /** The arguments of every configuration that the version has the options for. */
  private static List<List<String>> lines(FlagCatalogue catalogue) {
    List<ServerConfig> configs = new ArrayList<>();
    Stream.of(Sweep.phase("all", Overrides.none()), Sweep.quickTest(Overrides.none()))
        .flatMap(sweep -> sweep.points().stream())
        .map(point -> InertKeys.fold(point.config()))
        .filter(it -> catalogue.check(it.identity()).stream().noneMatch(Finding::refuses))
        .forEach(configs::add);
    List<List<String>> lines =
        configs.stream()
            .map(config -> new ServeOptions(config, catalogue).arguments())
            .distinct()
            .toList();
    return Stream.concat(
            lines.stream(), places().stream().map(place -> joined(lines.get(0), place)))
        .toList();
  }

  private static List<String> joined(List<String> arguments, List<String> place) {
    return Stream.concat(arguments.stream(), place.stream()).toList();
  }

  /** What the job script itself adds for the first and the second process, in each launch mode. */
  private static List<List<String>> places() {
    return Stream.of("data_parallel", "hybrid", "multi_node", "ray", "one_node")
        .flatMap(mode -> Stream.of(0, 1).map(rank -> place(mode, rank)))
        .toList();
  }

  private static List<String> place(String mode, int rank) {
    String values =
        "ADDRESSES=(10.0.0.1 10.0.0.2) LOCAL_RANKS=8 SERVER_PROCESSES=2 RPC_PORT=20001"
            + " MASTER_PORT=20002 API_PORT=20003 ENDPOINT_ARGUMENTS=(--api-server-count 2)"
            + " LAUNCH_MODE=%s ENDPOINTS=%d\n".formatted(mode, mode.equals("hybrid") ? 2 : 1);
    String script =
        Template.resource("job/server.sh").text()
            + values
            + "place %d; printf '%%s\\n' \"${PLACE[@]}\"".formatted(rank);
    Bash.Result result = Bash.run(Path.of("."), List.of("bash", "-euc", script));
    assertThat(result.code()).as(result.output()).isZero();
    return result.output().lines().toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyOptionThatAScriptUsesIsInTheCatalogueOfItsVersion(VllmVersion version) {
    FlagCatalogue catalogue = FlagCatalogue.of(version);
    List<List<String>> lines = lines(catalogue);

    assertThat(lines).hasSizeGreaterThan(100);
    assertThat(lines)
        .allSatisfy(line -> assertThat(ServeLine.read(catalogue, line).refusal()).isNull());
  }

  @Test
  void theSecondProcessOfAServerIsToldItsPlace() {
    assertThat(place("data_parallel", 1))
        .containsExactly(
            "--data-parallel-size-local",
            "8",
            "--data-parallel-address",
            "10.0.0.1",
            "--data-parallel-rpc-port",
            "20001",
            "--data-parallel-start-rank",
            "8",
            "--headless");
  }

  @Test
  void theRealParserAcceptsEveryLine() throws IOException, InterruptedException {
    Optional<RealVllm> vllm = RealVllm.find();
    Assumptions.assumeTrue(vllm.isPresent(), RealVllm.MISSING);
    List<List<String>> lines = lines(FlagCatalogue.of(vllm.orElseThrow().version()));

    assertThat(vllm.orElseThrow().complaints(lines)).hasSameSizeAs(lines).containsOnlyNulls();
  }

  @Test
  void theRealParserAnswersAsItsCatalogueDoes() throws IOException, InterruptedException {
    Optional<RealVllm> vllm = RealVllm.find();
    Assumptions.assumeTrue(vllm.isPresent(), RealVllm.MISSING);
    FlagCatalogue catalogue = FlagCatalogue.of(vllm.orElseThrow().version());
    List<List<String>> lines =
        Stream.of(
                "--max-num-seq 4",
                "--max-num 4",
                "--swap-space 4",
                "--enable-eplb False",
                "--enable-eplb=False",
                "--max-num-seqs four",
                "--max-num-seqs",
                "--max-num-batched-tokens 1.5K",
                "--scheduling-policy lifo",
                "-n2 --headless",
                "--api-key --headless",
                "--eplb-config.window_size 500 -tp 2")
            .map(line -> Stream.concat(Stream.of("m"), Stream.of(line.split(" "))).toList())
            .toList();

    List<String> expected =
        lines.stream()
            .map(line -> ServeLine.read(catalogue, line).refusal())
            .map(refusal -> refusal == null ? "null" : "vllm serve: error: " + refusal)
            .toList();
    assertThat(vllm.orElseThrow().complaints(lines)).map(String::valueOf).isEqualTo(expected);
  }
}
