package dev.sweepline.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Tool;
import dev.sweepline.generator.dataset.DatasetFile;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.profile.ClusterProfile.Launch;
import dev.sweepline.generator.profile.ProfileText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {
  private static final Planner.Origin ORIGIN =
      new Planner.Origin(Instant.parse("2026-01-01T00:00:00Z"), new Tool("sweepline", "1", "17"));

  private static ClusterProfile profile(Launch launch) {
    return ProfileText.read(
        "name: test\nlaunch: %s\nserve: [vllm, serve]\nminutes_per_run: 12\n".formatted(launch));
  }

  private static ConfigFile file(String name, @Nullable String phase, Map<String, Object> config) {
    return new ConfigFile(
        Path.of(name + ".json"), name, phase, ServerConfig.of(Map.copyOf(config)));
  }

  private static Plan plan(Launch launch, @Nullable Integer maxPrompts, ConfigFile... files) {
    DatasetFile dataset =
        new DatasetFile(Path.of("/d.jsonl"), new DatasetRef("d", "0".repeat(64), 50, null), null);
    return new Planner(
            profile(launch),
            ServerFacts.NONE,
            dataset,
            LoadPoints.of(List.of("5", "inf"), List.of(8), maxPrompts),
            3)
        .plan(List.of(files), ORIGIN, Planner.Goal.NONE);
  }

  @Test
  void equalConfigurationsAreOneExperimentThatKeepsTheirNames() {
    Plan plan =
        plan(
            Launch.LOCAL,
            null,
            file("a", "one", Map.of("model_path", "m", "num_nodes", 1)),
            file("b", "two", Map.of("nodes", 1, "model", "m")));

    assertThat(plan.experiments())
        .singleElement()
        .satisfies(
            experiment -> {
              assertThat(experiment.aliases()).containsExactly("a", "b");
              assertThat(experiment.phases()).containsExactly("one", "two");
            });
  }

  @Test
  void resourcesCountStartsAndNodeHours() {
    Plan plan =
        plan(
            Launch.LOCAL,
            null,
            file("a", null, Map.of("model", "m", "nodes", 2)),
            file("b", null, Map.of("model", "n")));

    // 3 repeats × 3 loads × 12 minutes = 1.8 hours on 2 + 1 nodes.
    assertThat(plan.resources()).isEqualTo(new Plan.Resources(2, 6, 12, 5.4));
  }

  @Test
  void whatNoJobScriptStartsIsRefusedBesideThoseThatRun() {
    Plan plan =
        plan(
            Launch.SLURM,
            null,
            file(
                "external",
                null,
                Map.of("model", "m", "data_parallel_size", 2, "data_parallel_external_lb", true)),
            file("small", null, Map.of("model", "m", "nodes", 1)));

    assertThat(plan.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.name()).isEqualTo("external");
              assertThat(refused.rule()).isEqualTo("not_startable");
              assertThat(refused.reason()).startsWith("data_parallel_external_lb needs a server");
            });
  }

  @Test
  void aSecretIsNoSettingAndItsValueIsNotSaid() {
    Map<String, Object> settings = Map.of("model", "m", "api_key", "sesame");

    assertThatThrownBy(() -> plan(Launch.LOCAL, null, file("a", null, settings)))
        .hasMessageStartingWith("a.json: api_key: would stand in scripts and results")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void aPlanWithNothingLeftIsAnError() {
    Map<String, Object> spread =
        Map.of("model", "m", "nodes", 3, "gpus_per_node", 1, "data_parallel_size", 2);

    assertThatThrownBy(() -> plan(Launch.SLURM, null, file("big", null, spread)))
        .hasMessageStartingWith("big.json: ");
  }

  @ParameterizedTest
  @EnumSource(
      value = Launch.class,
      names = {"LOCAL", "SIMULATOR"})
  void withoutSlurmAnyNumberOfNodesIsPlanned(Launch launch) {
    assertThat(plan(launch, null, file("big", null, Map.of("model", "m", "nodes", 8))).refused())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LOCAL, 8, true", "LOCAL, 1, false", "SIMULATOR, 8, false"})
  void aRealServerOfSeveralNodesOnOneMachineIsWarnedOf(Launch launch, int nodes, boolean warned) {
    Plan plan = plan(launch, null, file("a", null, Map.of("model", "m", "nodes", nodes)));

    assertThat(OneMachine.warning(plan, profile(launch)).isPresent()).isEqualTo(warned);
  }

  @Test
  void aModelThatReadsAsAnOptionIsRefused() {
    assertThatThrownBy(() -> plan(Launch.LOCAL, null, file("a", null, Map.of("model", "--help"))))
        .hasMessageContaining("must not be empty or begin with a dash, got: --help");
  }

  @Test
  void morePromptsThanTheDatasetHasAreRefused() {
    assertThatThrownBy(() -> plan(Launch.LOCAL, 51, file("a", null, Map.of("model", "m"))))
        .hasMessage("--max-prompts 51: /d.jsonl holds 50 prompts");
  }

  @Test
  void withoutALoadTenRequestsPerSecondAreTaken() {
    assertThat(LoadPoints.of(List.of(), List.of(), null))
        .singleElement()
        .extracting(load -> String.valueOf(load.rate()))
        .isEqualTo("10");
  }

  @Test
  void aLoadThatIsGivenTwiceIsRefused() {
    assertThatThrownBy(() -> LoadPoints.of(List.of("5", "5.0"), List.of(), null))
        .hasMessage("a load is given twice");
  }
}
