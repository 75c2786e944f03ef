package dev.sweepline.generator.sweep.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepPartTest {
  private static final ServerConfig BASE =
      ServerConfig.of(Map.of("model_path", "m", "nodes", 2, "mode", "fast"));

  private static SweepPart part(String yaml) {
    return Yaml.read(SweepPart.class, "part.yaml", "name: part\n" + yaml);
  }

  private static List<Map<String, Object>> levels(String yaml) {
    return part(yaml).levels(BASE, key -> false);
  }

  @Test
  void aPartWithoutAxesIsItsBase() {
    assertThat(levels("")).containsExactly(Map.of());
  }

  @Test
  void inTheFullProductTheLastAxisVariesFastest() {
    assertThat(levels("axes: {a: [1, 2], b: [x, y]}"))
        .containsExactly(
            Map.of("a", 1, "b", "x"),
            Map.of("a", 1, "b", "y"),
            Map.of("a", 2, "b", "x"),
            Map.of("a", 2, "b", "y"));
  }

  @Test
  void zippedAxesGoTogether() {
    assertThat(levels("zipped: [{a: [1, 2], b: [x, y]}]"))
        .containsExactly(Map.of("a", 1, "b", "x"), Map.of("a", 2, "b", "y"));
  }

  @Test
  void axesOfAConditionCountOnlyWhereItHolds() {
    assertThat(levels("axes: {a: [1, 2]}\nwhen: [{if: {a: 2}, axes: {b: [x, y]}}]"))
        .containsExactly(Map.of("a", 1), Map.of("a", 2, "b", "x"), Map.of("a", 2, "b", "y"));
  }

  @ParameterizedTest
  @CsvSource({"mode, fast, 2", "mode, slow, 1", "num_nodes, 2.0, 2", "absent, fast, 1"})
  void aConditionSeesTheBaseUnderAnyNameOfAKey(String key, String value, int points) {
    assertThat(levels("when: [{if: {%s: %s}, axes: {b: [x, y]}}]".formatted(key, value)))
        .hasSize(points);
  }

  @Test
  void aListInAConditionMeansAnyOfThese() {
    assertThat(levels("axes: {a: [1, 2, 3]}\nexclude: [{a: [1, 3]}]"))
        .containsExactly(Map.of("a", 2));
  }

  @Test
  void anExclusionNeedsAllOfItsKeys() {
    assertThat(levels("axes: {a: [1, 2], b: [1, 2]}\nexclude: [{a: 1, b: 2}]"))
        .hasSize(3)
        .doesNotContain(Map.of("a", 1, "b", 2));
  }

  @Test
  void oneAtATimeIsTheBaseAndEachLevelAlone() {
    assertThat(levels("design: one_at_a_time\naxes: {a: [1, 2], b: [x]}"))
        .containsExactly(Map.of(), Map.of("a", 1), Map.of("a", 2), Map.of("b", "x"));
  }

  @Test
  void oneAtATimeAddsTheAxesOfAConditionToThePointsWhereItHolds() {
    assertThat(
            levels(
                "design: one_at_a_time\naxes: {a: [1, 2]}\nwhen: [{if: {a: 2}, axes: {b: [x]}}]"))
        .containsExactly(Map.of(), Map.of("a", 1), Map.of("a", 2), Map.of("a", 2, "b", "x"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRandomSampleHasDifferentPointsOfTheProduct(long seed) {
    String axes = "axes: {a: [1, 2, 3, 4], b: [1, 2, 3, 4]}\nexclude: [{a: 1}]\n";

    assertThat(levels("design: random\npoints: 10\nseed: %d\n%s".formatted(seed, axes)))
        .as("seed %d", seed)
        .hasSize(10)
        .doesNotHaveDuplicates()
        .isSubsetOf(levels(axes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "latin_hypercube"})
  void theSameSeedDrawsTheSamePoints(String design) {
    String yaml =
        "design: %s\npoints: 10\nseed: 5\naxes: {a: {from: 1, to: 99, step: 1}}".formatted(design);

    assertThat(levels(yaml)).isEqualTo(levels(yaml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "latin_hypercube"})
  void anotherSeedDrawsOtherPoints(String design) {
    String yaml = "design: %s\npoints: 10\nseed: %d\naxes: {a: {from: 1, to: 99, step: 1}}";

    assertThat(levels(yaml.formatted(design, 5))).isNotEqualTo(levels(yaml.formatted(design, 6)));
  }

  @Test
  void moreRandomPointsThanThereAreIsAnError() {
    assertThatThrownBy(() -> levels("design: random\npoints: 5\naxes: {a: [1, 2]}"))
        .hasMessage("points: 5 are asked for, only 2 different ones were found");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 12, 13, 50})
  void aLatinHypercubeHasEachLevelAsOftenAsAnotherUpToOne(int points) {
    Map<Object, Long> counts =
        levels("design: latin_hypercube\npoints: %d\naxes: {a: [1, 2, 3, 4]}".formatted(points))
            .stream()
            .collect(Collectors.groupingBy(point -> point.get("a"), Collectors.counting()));

    assertThat(counts).hasSize(4);
    assertThat(Set.copyOf(counts.values())).isSubsetOf((long) points / 4, (points + 3L) / 4);
  }

  @Test
  void aPinnedAxisIsDroppedAndItsPartnersStay() {
    assertThat(
            part("axes: {a: [1, 2]}\nzipped: [{b: [1, 2], c: [x, y]}]")
                .levels(BASE, key -> key.equals("a") || key.equals("b")))
        .containsExactly(Map.of("c", "x"), Map.of("c", "y"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: 1, to: 3, step: 1} | [1, 2, 3]",
        "{from: 0.85, to: 0.95, step: 0.05} | [0.85, 0.9, 0.95]",
        "{from: 1, to: 10, factor: 2} | [1, 2, 4, 8]",
        "{from: 0.5, to: 2, factor: 2} | [0.5, 1, 2]",
        "{from: 5, to: 5, step: 3} | [5]"
      })
  void aRangeHasExactNumbers(String range, String expected) {
    assertThat(levels("axes: {a: %s}".formatted(range)).stream().map(it -> it.get("a")).toList())
        .hasToString(expected);
  }

  @Test
  void aProductThatIsTooLargeIsRefusedBeforeItIsMade() {
    String axis = "{from: 1, to: 1000, step: 1}";

    assertThatThrownBy(() -> levels("axes: {a: %s, b: %s, c: %s}".formatted(axis, axis, axis)))
        .hasMessageStartingWith("the full product has 1.00e+09 points, at most 1000000 are made");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "axes: {a: []} | part.yaml:2: axes.a: must have a level",
        "axes: {a: [1, 1]} | part.yaml:2: axes.a: a level stands twice in [1, 1]",
        "axes: {a: 5} | part.yaml:2: axes.a: must be a list of levels or {from, to, step}, got: 5",
        "axes: {a: [[1]]} | part.yaml:2: axes.a: a level must be a string, a finite number, true or false, got: [1]",
        "axes: {a: [.nan]} | part.yaml:2: axes: Malformed numeric value '.nan'",
        "axes: {a: {from: 1, to: 2}} | part.yaml:2: axes.a: a range has either a step or a factor",
        "axes: {a: {from: 1, to: 2, stp: 1}} | part.yaml:2: axes.a: a range has from, to and step or factor: stp",
        "axes: {a: {from: 1, to: 2, step: 0}} | part.yaml:2: axes.a: step must be above 0, got: 0",
        "axes: {nodes: [1], num_nodes: [2]} | part.yaml:2: nodes is an axis twice",
        "zipped: [{a: [1], b: [1, 2]}] | part.yaml:2: axes that go together must have equally many levels, got: [a has 1, b has 2]",
        "design: randm | part.yaml:2: design: must be one of [full, one_at_a_time, random, latin_hypercube], got: randm",
        "design: random | part.yaml:2: points must be given for design random and latin_hypercube, and only there",
        "points: 3 | part.yaml:2: points must be given for design random and latin_hypercube, and only there",
        "when: [{axes: {a: [1]}}] | part.yaml:2: when.0: if must say where the axes count",
        "when: [{if: {a: 1}}] | part.yaml:2: when.0: must have axes, or zipped ones",
        "exclude: [{}] | part.yaml:2: exclude.0: must name a key and its value",
        "axs: {a: [1]} | part.yaml:2: axs: unknown key; did you mean axes?"
      })
  void aMistakeIsNamedByFileLineAndKey(String yaml, String message) {
    assertThatThrownBy(() -> part(yaml)).hasMessage(message);
  }
}
