package dev.sweepline.generator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.vetting.Vetting;
import dev.sweepline.generator.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepFileTest {
  private static SweepFile file(String yaml) {
    return Yaml.read(SweepFile.class, "my.yaml", yaml);
  }

  private static List<Screened> screened(Sweep sweep) {
    return Screened.all(sweep, new Vetting(FlagCatalogue.newest(), null, null));
  }

  @Test
  void theExampleUsesEveryKeyAndCountsAsItSays() {
    Path path = Path.of(System.getProperty("sweepline.root"), "docs/examples/sweep.yaml");
    SweepFile example = Yaml.file(SweepFile.class, path);
    List<Screened> points = screened(Sweep.of(example, "sweep.yaml", Overrides.none()));

    // 5 + 6 + 4 + 5 + 8; the baseline is in batch, experts and memory.
    assertThat(Counts.of(points)).isEqualTo(new Counts(28, 26, Map.of()));
    assertThat(example.repeatCount()).isEqualTo(3);
    assertThat(example.loadCount()).isEqualTo(4);
    assertThat(Reference.of(example, points))
        .map(it -> it.point().experimentId())
        .hasValue(points.get(0).experimentId());
  }

  @Test
  void aFileWithoutABaseStartsFromTheShippedOne() {
    Sweep sweep = Sweep.of(file("parts: [{name: a}]"), "my.yaml", Overrides.none());

    assertThat(sweep.points().get(0).config())
        .isEqualTo(Sweep.quickTest(Overrides.none()).points().get(0).config());
  }

  @Test
  void aLevelReplacesTheBasesValueAmongTheExtraArguments() {
    SweepFile sweep =
        file("base: {model: m, extra_args: {seed: 1}}\nparts: [{name: a, axes: {seed: [1, 2]}}]");

    assertThat(Sweep.of(sweep, "my.yaml", Overrides.none()).points())
        .extracting(point -> point.config().integer("seed"))
        .containsExactly(1, 2);
  }

  @Test
  void aVersionKeepsItsLastZero() {
    assertThat(file("vllm_version: 0.30\nparts: [{name: a}]").vllmVersion()).isEqualTo("0.30");
  }

  @Test
  void aReferenceThatNothingHasIsRefused() {
    SweepFile sweep = file("parts: [{name: a}]\nreference: {max_num_seqs: 1}");
    List<Screened> points = screened(Sweep.of(sweep, "my.yaml", Overrides.none()));

    assertThatThrownBy(() -> Reference.of(sweep, points))
        .hasMessage("reference max_num_seqs=1: no configuration that runs has these values");
  }

  @Test
  void anOptionThatVllmNeverHadIsRefusedWithTheNearestName() {
    SweepFile sweep = file("parts: [{name: a, axes: {max_number_seqs: [1]}}]");

    assertThat(screened(Sweep.of(sweep, "my.yaml", Overrides.none())).get(0).reason())
        .hasValueSatisfying(
            reason -> assertThat(reason).contains("max_number_seqs", "--max-num-seqs"));
  }

  @Test
  void tooManyPointsAreNamedByFileAndPart() {
    SweepFile sweep = file("parts: [{name: a, design: random, points: 3, axes: {x: [1]}}]");

    assertThatThrownBy(() -> Sweep.of(sweep, "my.yaml", Overrides.none()))
        .hasMessage("my.yaml: part a: points: 3 are asked for, only 1 different ones were found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parts: [] | my.yaml:1: parts must list at least one part",
        "title: a | my.yaml:1: parts must list at least one part",
        "parts: {a: 1} | my.yaml:1: parts: must be a list",
        "parts: [{name: ../up}] | my.yaml:1: parts.0: name must be of letters, digits, _ . and -, got: ../up",
        "{parts: [{name: a}], repeats: x} | my.yaml:1: repeats: must be a whole number, got: x",
        "{parts: [{name: a}], repeats: 0} | my.yaml:1: repeats must be from 1 to 1000, got: 0",
        "{parts: [{name: a}], base: {nodes: 1}} | my.yaml:1: base must name a model_path",
        "{parts: [{name: a}], slo: {ttft: -1}} | my.yaml:1: slo: limits must be milliseconds above 0",
        "{parts: [{name: a}], slo: {}} | my.yaml:1: slo: must have a limit: ttft, tpot or e2e",
        "{parts: [{name: a}], loads: {max_prompts: 3}} | my.yaml:1: loads: must have request_rate or concurrency",
        "{parts: [{name: a}], loads: {request_rate: [5, 5.0]}} | my.yaml:1: loads: a load is given twice",
        "{parts: [{name: a}], vllm_version: new} | my.yaml:1: a version of vLLM must look like 0.29 or 0.29.1, got: new",
        "{parts: [{name: a}], repeat: 3} | my.yaml:1: repeat: unknown key; did you mean repeats?"
      })
  void aMistakeIsNamedByFileLineAndKey(String yaml, String message) {
    assertThatThrownBy(() -> file(yaml)).hasMessage(message);
  }
}
