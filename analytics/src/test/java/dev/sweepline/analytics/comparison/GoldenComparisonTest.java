package dev.sweepline.analytics.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables of runs whose values were found independently: those of the project, and those of the
 * reference data beside the checkout when it is there.
 */
class GoldenComparisonTest {
  private static final Path REFERENCE =
      Path.of(System.getProperty("sweepline.root")).resolveSibling("shared/bench/comparison");

  static Stream<GoldenCase> cases() throws IOException, URISyntaxException {
    URL own = GoldenComparisonTest.class.getResource("/comparison/two_values.json");
    List<Path> folders = new ArrayList<>();
    folders.add(Objects.requireNonNull(Path.of(Objects.requireNonNull(own).toURI()).getParent()));
    if (Files.isDirectory(REFERENCE)) {
      folders.add(REFERENCE);
    }
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> found = Files.list(folder)) {
        found.filter(path -> path.toString().endsWith(".json")).sorted().forEach(files::add);
      }
    }
    return files.stream().map(GoldenCase::read);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyContrastIsReproduced(GoldenCase golden) {
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode family : golden.expected("families")) {
      String parameter = family.get("parameter").asText();
      Map<String, Effect> effects = new HashMap<>();
      judged(golden, parameter, family.get("metric").asText())
          .forEach(effect -> effects.put(effect.load() + " " + effect.value(), effect));
      softly.assertThat(effects).as("family").hasSize(family.get("contrasts").size());
      for (JsonNode contrast : family.get("contrasts")) {
        String place =
            GoldenCase.loadName(contrast.get("load")) + " " + contrast.get("value").asText();
        Effect effect = effects.get(place);
        if (effect == null) {
          softly.fail("nothing at " + place);
        } else {
          check(new Closeness(softly, place), effect, contrast);
        }
      }
    }
    softly.assertAll();
  }

  private static List<Effect> judged(GoldenCase golden, String parameter, String metric) {
    MetricModels models = golden.models(metric);
    String reference = golden.reference(parameter);
    Family family =
        golden.isClientSide(parameter)
            ? ClientFamily.of(
                models.starts(),
                parameter.equals("load") ? ClientParameter.LOAD : ClientParameter.DATASET,
                reference)
            : Family.ofServer(models, golden.serverParameters().indexOf(parameter), reference);
    return family.judged(models.metric(), models.scale(), golden.levels());
  }

  private static void check(Closeness close, Effect effect, JsonNode expected) {
    close.text("word", effect.word() == null ? null : effect.word().text(), expected.path("word"));
    close.same("strata", effect.strata(), expected.get("strata").asInt());
    close.exact("effect", effect.effect(), expected.path("effect"));
    close.exact("p", effect.p(), expected.path("p"));
    close.exact("p_holm", effect.pHolm(), expected.path("p_holm"));
    close.quantile("detectable", effect.detectable(), expected.path("detectable"));
    close.interval("95 %", effect.interval95(), expected.path("interval95"));
    close.same(
        "varies", effect.varies(), expected.path("heterogeneity").path("varies").asBoolean(false));
    if (expected.path("heterogeneity").has("smallest")) {
      Interval over = Objects.requireNonNull(effect.overStrata());
      close.exact("smallest", over.low(), expected.get("heterogeneity").get("smallest"));
      close.exact("largest", over.high(), expected.get("heterogeneity").get("largest"));
    }
    JsonNode needed = expected.path("starts_needed");
    StartsNeeded found = effect.startsNeeded();
    close.same("needs a known spread", found != null, needed.isObject());
    if (found != null && needed.has("as_seen")) {
      close.same("as seen", found.asSeen(), whole(needed.get("as_seen")));
      close.same("safe", found.safe(), whole(needed.get("safe")));
    }
    if (expected.path("confounded_with").isArray()) {
      close.same(
          "confounded", effect.confoundedWith(), GoldenCase.texts(expected.get("confounded_with")));
    }
    if (expected.has("replicate")) {
      close.same(
          "replicate",
          effect.replicate(),
          expected.get("replicate").asText().equals("starts")
              ? Replicate.STARTS
              : Replicate.RUNS_OF_ONE_START);
    }
  }

  private static @Nullable Integer whole(JsonNode number) {
    return number.isNumber() ? (Integer) number.intValue() : null;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyModelIsReproduced(GoldenCase golden) {
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode expected : golden.expected("loads")) {
      String load = GoldenCase.loadName(expected.get("load"));
      StartModel model = at(golden.models(expected.get("metric").asText()), load);
      Closeness close = new Closeness(softly, load);
      Pool pool = model.pool();
      close.same("pooled", pool != null, expected.get("pooled").asBoolean());
      if (pool != null) {
        Double variance = pool.variance();
        close.exact("sd", variance == null ? null : Math.sqrt(variance), expected.get("sd"));
        close.same(
            "aside",
            pool.aside().keySet().stream().map(Cell::values).toList(),
            stream(expected.get("set_aside")).map(GoldenCase::texts).toList());
        close.same("blocks", pool.fit().blocks() != null, expected.get("blocks_used").asBoolean());
      }
    }
    softly.assertAll();
  }

  private static StartModel at(MetricModels models, String load) {
    return models.blocked().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(load))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    List<JsonNode> nodes = new ArrayList<>();
    list.forEach(nodes::add);
    return nodes.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theBestSetIsReproduced(GoldenCase golden) {
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode expected : golden.expected("best_sets")) {
      MetricModels models = golden.models(expected.get("metric").asText());
      String load = GoldenCase.loadName(expected.get("load"));
      LoadPoint point =
          models.blocked().keySet().stream()
              .filter(at -> at.name().equals(load))
              .findFirst()
              .orElseThrow();
      BestSet set = BestSet.of(point, models, at(models, load));
      Closeness close = new Closeness(softly, load);
      close.same("kept", set.kept(), expected.get("kept").intValue());
      close.same("best", List.copyOf(set.best().values()), GoldenCase.texts(expected.get("best")));
      softly
          .assertThat(set.members().stream().skip(1).map(GoldenComparisonTest::values))
          .as(load)
          .containsExactlyInAnyOrderElementsOf(
              stream(expected.get("others"))
                  .filter(other -> other.get("kept").asBoolean())
                  .map(other -> GoldenCase.texts(other.get("cell")))
                  .toList());
    }
    softly.assertAll();
  }

  private static List<String> values(Configuration configuration) {
    return List.copyOf(configuration.settings().values());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theMainEffectsAreReproduced(GoldenCase golden) {
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode expected : golden.expected("main_effects")) {
      MetricModels models = golden.models(expected.get("metric").asText());
      String load = GoldenCase.loadName(expected.get("load"));
      models
          .blocked()
          .forEach(
              (point, model) -> {
                if (point.name().equals(load)) {
                  for (JsonNode parameter : expected.get("parameters")) {
                    check(softly, golden, models, point, model, parameter);
                  }
                }
              });
    }
    softly.assertAll();
  }

  private static void check(
      SoftAssertions softly,
      GoldenCase golden,
      MetricModels models,
      LoadPoint load,
      StartModel model,
      JsonNode expected) {
    String parameter = expected.get("parameter").asText();
    MainEffect effect =
        MainEffect.of(
            load,
            models,
            model,
            golden.serverParameters().indexOf(parameter),
            golden.reference(parameter));
    Closeness close = new Closeness(softly, load.name() + " " + parameter);
    close.same("known", effect.isKnown(), !expected.has("refused"));
    close.exact("range", effect.range(), expected.path("range"));
    MainEffect.FTest test = effect.test();
    close.exact("f", test == null ? null : test.f(), expected.path("f"));
    close.exact("p", test == null ? null : test.p(), expected.path("p"));
    expected
        .path("values")
        .properties()
        .forEach(
            value ->
                close.exact(
                    value.getKey(), effect.effects().get(value.getKey()), value.getValue()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyInteractionIsReproduced(GoldenCase golden) {
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode expected : golden.expected("interactions")) {
      MetricModels models = golden.models(expected.get("metric").asText());
      Map<String, Interaction> found = new HashMap<>();
      InteractionFamily.of(models, golden.references(), golden.levels())
          .forEach(i -> found.put(i.load() + " " + i.first() + " " + i.second(), i));
      softly.assertThat(found).hasSize(expected.get("family").size());
      for (JsonNode one : expected.get("family")) {
        String place =
            "%s %s %s"
                .formatted(
                    GoldenCase.loadName(one.get("load")),
                    String.join(" ", GoldenCase.texts(one.get("first"))),
                    String.join(" ", GoldenCase.texts(one.get("second"))));
        Interaction interaction = found.get(place);
        if (interaction == null) {
          softly.fail("nothing at " + place + ", but at " + found.keySet());
        } else {
          check(new Closeness(softly, place), interaction, one);
        }
      }
    }
    softly.assertAll();
  }

  private static void check(Closeness close, Interaction interaction, JsonNode expected) {
    close.exact("effect", interaction.effect(), expected.get("effect"));
    close.exact("p", interaction.p(), expected.get("p"));
    close.exact("p_holm", interaction.pHolm(), expected.path("p_holm"));
    close.interval("95 %", interaction.interval95(), expected.get("interval95"));
    close.quantile("detectable", interaction.detectable(), expected.path("detectable"));
    close.same("seen", interaction.seen(), expected.path("seen").asBoolean(false));
    close.same("strata", interaction.strata(), expected.get("strata").asInt());
    close.same("fewest", interaction.fewestStarts(), expected.get("fewest_starts").asInt());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPointOfTheParetoSetIsReproduced(GoldenCase golden) {
    JsonNode expected = golden.expected("pareto");
    if (!expected.isArray()) {
      return;
    }
    List<String> axes = GoldenCase.texts(golden.json().get("pareto"));
    ParetoSet set = ParetoSet.of(golden.models(axes.get(0)), golden.models(axes.get(1)));
    assertThat(set.points()).hasSize(expected.size());
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < expected.size(); i++) {
      ParetoPoint point = set.points().get(i);
      JsonNode one = expected.get(i);
      Closeness close = new Closeness(softly, point.load() + " " + point.configuration().text());
      close.same("load", point.load(), GoldenCase.loadName(one.get("load")));
      close.same("cell", values(point.configuration()), GoldenCase.texts(one.get("cell")));
      close.text("state", point.state().text(), one.get("state"));
      close.exact("p", point.p(), one.get("p"));
      ParetoPoint.Dominator by = Objects.requireNonNull(point.by());
      close.same("by", values(by.configuration()), GoldenCase.texts(one.get("by").get("cell")));
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theHighestLoadIsReproduced(GoldenCase golden) {
    JsonNode expected = golden.expected("highest_load");
    if (!expected.isArray()) {
      return;
    }
    JsonNode slo = golden.json().get("slo");
    List<HighestLoad> found =
        HighestLoad.of(golden.models(slo.get(0).asText()), slo.get(1).asDouble());
    assertThat(found).hasSize(expected.size());
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < expected.size(); i++) {
      HighestLoad highest = found.get(i);
      JsonNode one = expected.get(i);
      Closeness close = new Closeness(softly, highest.configuration().text());
      close.same("cell", values(highest.configuration()), GoldenCase.texts(one.get("cell")));
      close.text("at least", highest.atLeast(), one.get("at_least"));
      close.text("next start", highest.atLeastNextStart(), one.get("at_least_next_start"));
      close.text("fails from", highest.failsFrom(), one.get("fails_from"));
      for (int j = 0; j < highest.steps().size(); j++) {
        HighestLoad.Step step = highest.steps().get(j);
        JsonNode at = one.get("loads").get(j);
        close.exact(step.load(), step.value(), at.get("value"));
        close.quantile(step.load() + " bound", step.bound(), at.get("bound"));
        close.quantile(step.load() + " next", step.boundNextStart(), at.get("bound_next_start"));
      }
    }
    softly.assertAll();
  }
}
