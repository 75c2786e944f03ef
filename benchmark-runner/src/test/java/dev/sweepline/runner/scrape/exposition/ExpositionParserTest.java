package dev.sweepline.runner.scrape.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpositionParserTest {
  private static Page text(String page) {
    return ExpositionParser.parse(page, Format.TEXT);
  }

  private static Page openMetrics(String page) {
    return ExpositionParser.parse(page, Format.OPEN_METRICS);
  }

  /** Of a page of one line. */
  private static Series only(String line) {
    Page page = text(line + "\n");
    assertThat(page.malformedLines()).isZero();
    assertThat(page.series()).hasSize(1);
    return page.series().get(0);
  }

  @Test
  void aBareNameIsASeriesWithoutLabels() {
    assertThat(only("a:b_1 2.5")).isEqualTo(new Series("a:b_1", Map.of(), 2.5, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m{a=\"1\",b=\"x y\"} 3",
        "m{a=\"1\",b=\"x y\",} 3",
        " m { a = \"1\" , b = \"x y\" } 3 ",
        "\tm\t{a=\"1\",b=\"x y\"}\t3",
        "m{a=\"1\",b=\"x y\"}3",
        "{\"m\",a=\"1\",b=\"x y\"} 3",
        "{a=\"1\",\"m\",\"b\"=\"x y\"} 3",
        "m{a=\"1\",b=\"x y\"} 3\r"
      })
  void labelsMayBeSpacedAndQuotedInAllWaysOfTheFormat(String line) {
    assertThat(only(line)).isEqualTo(new Series("m", Map.of("a", "1", "b", "x y"), 3, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a\\\\b   | a\\b
          a\\"b    | a"b
          \\\\n    | \\n
          a\\tb    | a\\tb
          a}b,c=#d | a}b,c=#d
          日本      | 日本
          """)
  void labelValuesLoseTheirEscapesAndNothingElse(String written, String meant) {
    assertThat(only("m{l=\"" + written + "\"} 1").label("l")).isEqualTo(meant);
  }

  @Test
  void anEscapedLineFeedIsOne() {
    assertThat(only("m{l=\"a\\nb\"} 1").label("l")).isEqualTo("a\nb");
  }

  @Test
  void anEmptyValueIsAValue() {
    assertThat(only("m{l=\"\"} 1").label("l")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1.5, -1.5",
    "+2, 2",
    "1e3, 1000",
    "1.795e+09, 1.795e9",
    ".5, 0.5",
    "5., 5",
    "NaN, NaN",
    "nan, NaN",
    "+Inf, Infinity",
    "-Inf, -Infinity",
    "Inf, Infinity",
    "+infinity, Infinity"
  })
  void valuesAreReadAsGoWritesThem(String written, Double meant) {
    assertThat(only("m " + written).value()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "m ",
        "m x",
        "m 1d",
        "m 1f",
        "m 0x1p3",
        "m 1_000",
        "m 1,5",
        "m 1 2 3",
        "m 1 NaN",
        "m 1 x",
        "1m 1",
        "m-n 1",
        "{} 1",
        "{a=\"1\"} 1",
        "m{a=\"1\" 1",
        "m{a=\"1} 1",
        "m{a=\"1\\\"} 1",
        "m{a=1} 1",
        "m{a} 1",
        "m{=\"1\"} 1",
        "m{a=\"1\"b=\"2\"} 1",
        "m{,a=\"1\"} 1",
        "m{a=\"1\",,} 1",
        "m{a:b=\"1\"} 1",
        "m{a=\"1\",a=\"2\"} 1",
        "m{a=\"1\"} 1 # exemplar",
        "# TYPE m count",
        "# TYPE 1m counter",
        "# TYPE",
        "<html>",
      })
  void aMalformedLineIsSkippedAndCounted(String line) {
    Page page = text("before 1\n" + line + "\nafter 2\n");

    assertThat(page.series()).extracting(Series::name).containsExactly("before", "after");
    assertThat(page.malformedLines()).isEqualTo(1);
  }

  @Test
  void aSeriesThatIsThereTwiceCountsOnce() {
    Page page = text("m{a=\"1\",b=\"2\"} 1\nm{b=\"2\",a=\"1\"} 9\nm{a=\"1\"} 3\n");

    assertThat(page.series()).extracting(Series::value).containsExactly(1.0, 3.0);
    assertThat(page.malformedLines()).isEqualTo(1);
  }

  @Test
  void aLastLineWithoutALineFeedMayBeCutOffAndIsNotBelieved() {
    Page page = text("m 1\nn 12");

    assertThat(page.series()).extracting(Series::name).containsExactly("m");
    assertThat(page.malformedLines()).isEqualTo(1);
  }

  @Test
  void emptyLinesAndOtherCommentsSayNothing() {
    assertThat(text("\n  \n#\n# a comment\n#TYPEface\n# EOFx\n"))
        .isEqualTo(text(""))
        .matches(page -> page.series().isEmpty() && page.malformedLines() == 0);
  }

  @Test
  void familiesCarryWhatIsSaidOfThem() {
    Page page =
        text(
            """
            # HELP m The \\\\ and \\n of it.
            # TYPE m  histogram
            # UNIT m seconds
            # TYPE other gauge
            """);

    assertThat(page.families().get("m"))
        .isEqualTo(new Family("m", MetricType.HISTOGRAM, "seconds", "The \\ and \n of it."));
    assertThat(page.type("other")).isEqualTo(MetricType.GAUGE);
    assertThat(page.type("unheard_of")).isNull();
  }

  @Test
  void timestampsOfTheTextFormatAreMilliseconds() {
    assertThat(only("m 1 1395066363500").timestampS()).isEqualTo(1395066363.5);
  }

  @Test
  void timestampsOfOpenMetricsAreSeconds() {
    assertThat(openMetrics("m 1 1395066363.5\n# EOF\n").series().get(0).timestampS())
        .isEqualTo(1395066363.5);
  }

  @Test
  void anExemplarStandsBehindItsSeries() {
    Page page =
        openMetrics(
            """
            m_bucket{le="0.1"} 8 # {trace_id="x # y"} 0.067 1520879607.7
            n_total 17 1520879607.1 # {} 0.5
            # EOF
            """);

    assertThat(page.malformedLines()).isZero();
    assertThat(page.series())
        .containsExactly(
            new Series(
                "m_bucket",
                Map.of("le", "0.1"),
                8,
                null,
                new Exemplar(Map.of("trace_id", "x # y"), 0.067, 1520879607.7)),
            new Series("n_total", Map.of(), 17, 1520879607.1, new Exemplar(Map.of(), 0.5, null)));
  }

  @Test
  void anOpenMetricsPageIsWholeWithItsEndOnly() {
    assertThat(openMetrics("m 1\n# EOF\n").whole()).isTrue();
    assertThat(openMetrics("m 1\n# EOF").whole()).isTrue();
    assertThat(openMetrics("m 1\n").whole()).isFalse();
  }

  @Test
  void nothingMayFollowTheEnd() {
    Page page = openMetrics("m 1\n# EOF\nn 2\n");

    assertThat(page.series()).extracting(Series::name).containsExactly("m");
    assertThat(page.malformedLines()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, TEXT",
        "text/plain; version=0.0.4; charset=utf-8, TEXT",
        "application/openmetrics-text; version=1.0.0; charset=utf-8, OPEN_METRICS",
        "Application/OpenMetrics-Text, OPEN_METRICS"
      })
  void theContentTypeTellsTheFormat(String contentType, Format format) {
    assertThat(Format.of(contentType)).isEqualTo(format);
  }
}
