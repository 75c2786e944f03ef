package dev.sweepline.analytics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contrasts of the reference's golden cases, whose values were found independently. */
class GoldenComparisonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SHARED =
      Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
  private static final double RELATIVE = 1e-9;
  private static final double QUANTILES_RELATIVE = 1e-8;
  private static final double NOTHING = 1e-12;

  static Stream<Path> cases() throws IOException {
    Path folder = SHARED.resolve("bench/comparison");
    if (!Files.isDirectory(folder)) {
      return Stream.of(Path.of("absent"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyContrastOfAServerParameterIsReproduced(Path file) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SHARED), "reference data beside the checkout");
    JsonNode golden = JSON.readTree(Files.readString(file));
    List<String> parameters = serverParameters(golden);
    List<RunRow> rows = rows(file.resolveSibling(golden.get("input").asText()), parameters);
    SoftAssertions softly = new SoftAssertions();
    int expected = 0;
    int compared = 0;
    for (JsonNode family : golden.get("expected").get("families")) {
      String parameter = family.get("parameter").asText();
      if (!parameters.contains(parameter)) {
        continue;
      }
      Map<String, Effect> effects = new HashMap<>();
      judged(golden, rows, parameters, parameter, family.get("metric").asText())
          .forEach(effect -> effects.put(effect.load() + " " + effect.value(), effect));
      expected += family.get("contrasts").size();
      softly.assertThat(effects).as("family").hasSize(family.get("contrasts").size());
      for (JsonNode contrast : family.get("contrasts")) {
        String load = contrast.get("load").asText().replace("/", " on ");
        String place = load + " " + contrast.get("value").asText();
        Effect effect = effects.get(place);
        if (effect == null) {
          softly.fail("nothing at " + place);
        } else {
          check(softly, place, effect, contrast);
          compared++;
        }
      }
    }
    softly.assertAll();
    assertThat(compared).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theBestSetIsReproduced(Path file) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(SHARED), "reference data beside the checkout");
    JsonNode golden = JSON.readTree(Files.readString(file));
    List<String> parameters = serverParameters(golden);
    List<RunRow> rows = rows(file.resolveSibling(golden.get("input").asText()), parameters);
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode expected : golden.get("expected").get("best_sets")) {
      ComparedMetric metric = ComparedMetric.of(expected.get("metric").asText());
      List<RunRow> usable =
          rows.stream().filter(row -> metric.survives(row.list(RunsTable.VOIDED))).toList();
      StartValues starts = StartValues.of(usable, parameters, metric);
      String load = expected.get("load").asText().replace("/", " on ");
      List<Start> values = starts.byLoad().get(load);
      if (values == null) {
        softly.fail("nothing at " + load);
        continue;
      }
      BestSet set =
          BestSet.of(
              load, new StartModel(values, starts.scale()), parameters, metric, starts.scale());
      softly.assertThat(set.kept()).as(load).isEqualTo(expected.get("kept").intValue());
      softly
          .assertThat(set.best().values())
          .as(load)
          .containsExactlyElementsOf(
              StreamSupport.stream(expected.get("best").spliterator(), false)
                  .map(JsonNode::asText)
                  .toList());
    }
    softly.assertAll();
  }

  private static List<Effect> judged(
      JsonNode golden,
      List<RunRow> rows,
      List<String> parameters,
      String parameter,
      String metricName) {
    ComparedMetric metric = ComparedMetric.of(metricName);
    List<RunRow> usable =
        rows.stream().filter(row -> metric.survives(row.list(RunsTable.VOIDED))).toList();
    String reference = golden.get("parameters").get(parameter).get("reference").asText();
    return Family.of(
            StartValues.of(usable, parameters, metric),
            parameters,
            parameters.indexOf(parameter),
            reference)
        .judged(metric, levels(golden));
  }

  private static Levels levels(JsonNode golden) {
    JsonNode stated = golden.path("levels");
    return new Levels(
        stated.path("alpha").asDouble(0.05),
        stated.path("equivalence_alpha").asDouble(0.05),
        stated.path("interval").asDouble(0.95));
  }

  private static void check(SoftAssertions softly, String place, Effect effect, JsonNode expected) {
    JsonNode word = expected.path("word");
    softly
        .assertThat(effect.word() == null ? null : effect.word().text())
        .as(place + " word")
        .isEqualTo(word.isTextual() ? word.asText() : null);
    softly.assertThat(effect.strata()).as(place).isEqualTo(expected.get("strata").asInt());
    near(softly, place + " effect", effect.effect(), expected.path("effect"), RELATIVE);
    near(softly, place + " p", effect.p(), expected.path("p"), RELATIVE);
    near(softly, place + " p_holm", effect.pHolm(), expected.path("p_holm"), RELATIVE);
    near(
        softly,
        place + " detectable",
        effect.detectable(),
        expected.path("detectable"),
        QUANTILES_RELATIVE);
    Interval interval = effect.interval95();
    near(
        softly,
        place + " low",
        interval == null ? null : interval.low(),
        expected.path("interval95").path(0),
        QUANTILES_RELATIVE);
    near(
        softly,
        place + " high",
        interval == null ? null : interval.high(),
        expected.path("interval95").path(1),
        QUANTILES_RELATIVE);
    softly
        .assertThat(effect.varies())
        .as(place + " varies")
        .isEqualTo(expected.path("heterogeneity").path("varies").asBoolean(false));
    if (expected.path("confounded_with").isArray()) {
      softly
          .assertThat(effect.confoundedWith())
          .as(place)
          .containsExactlyElementsOf(
              StreamSupport.stream(expected.get("confounded_with").spliterator(), false)
                  .map(JsonNode::asText)
                  .toList());
    }
  }

  private static void near(
      SoftAssertions softly,
      String what,
      @Nullable Double actual,
      JsonNode expected,
      double relative) {
    if (!expected.isNumber()) {
      softly.assertThat(actual).as(what).isNull();
      return;
    }
    double value = expected.doubleValue();
    softly
        .assertThat(actual)
        .as(what)
        .isNotNull()
        .isCloseTo(value, within(Math.max(NOTHING, relative * Math.abs(value))));
  }

  private static List<String> serverParameters(JsonNode golden) {
    List<String> names = new ArrayList<>();
    golden
        .get("parameters")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().get("side").asText().equals("server")) {
                names.add(entry.getKey());
              }
            });
    return names;
  }

  /** The table as rows of {@code runs}; its columns have the same names where both have them. */
  private static List<RunRow> rows(Path csv, List<String> parameters) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    String[] header = lines.get(0).split(",", -1);
    List<RunRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        boolean text = parameters.contains(header[i]) || header[i].equals(RunsTable.VOIDED);
        String column = header[i].equals("dataset") ? RunsTable.DATASET_NAME : header[i];
        values.put(column, text || !isNumber(cells[i]) ? cells[i] : Double.valueOf(cells[i]));
      }
      rows.add(new RunRow(values));
    }
    return rows;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9.]+(e-?[0-9]+)?");
  }
}
