package dev.sweepline.runner.scrape.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExpositionPropertiesTest {
  private static final String LETTERS = "ab \\\"\n{}=,#é語\t1";

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadBack(long seed) {
    List<Series> series = series(new Random(seed));
    String page =
        series.stream().map(ExpositionPropertiesTest::written).collect(Collectors.joining());

    assertThat(ExpositionParser.parse(page, Format.TEXT).series()).isEqualTo(series);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyLineOfADamagedPageIsReadOrCountedOrSaysNothing(long seed) {
    Random random = new Random(seed);
    StringBuilder page =
        new StringBuilder(
            series(random).stream()
                .map(ExpositionPropertiesTest::written)
                .collect(Collectors.joining()));
    for (int i = 0; i < 20; i++) {
      page.setCharAt(random.nextInt(page.length()), LETTERS.charAt(random.nextInt(15)));
    }
    assertThatCode(
            () -> {
              Page read = ExpositionParser.parse(page.toString(), Format.TEXT);
              assertThat(read.series().size() + read.malformedLines())
                  .isLessThanOrEqualTo(page.toString().split("\n", -1).length);
            })
        .doesNotThrowAnyException();
  }

  private static List<Series> series(Random random) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(20); i++) {
      Map<String, String> labels = new LinkedHashMap<>();
      for (int label = 0; label < random.nextInt(4); label++) {
        labels.put("l" + label, word(random));
      }
      double value = random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian() * 1e6;
      series.add(
          new Series(
              "m" + i, labels, value, random.nextBoolean() ? null : Double.valueOf(i), null));
    }
    return series;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static String written(Series series) {
    String labels =
        series.labels().entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    String timestamp =
        series.timestampS() == null ? "" : " " + Math.round(series.timestampS() * 1000);
    return series.name() + labels + " " + series.value() + timestamp + "\n";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '"' -> escaped.append("\\\"");
        case '\n' -> escaped.append("\\n");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
