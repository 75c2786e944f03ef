package dev.sweepline.runner.scrape.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of real servers that others published, with the values that a table beside them has. */
final class PublicPagesTest {
  private static final Path SHARED =
      Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
  private static final Path CORPUS = SHARED.resolve("data/corpus");
  private static final Path OWN_CAPTURES = SHARED.resolve("reference/vllm-cpu");

  /** Values of the table have six digits. */
  private static final double PRECISION = 1e-5;

  private static final Pattern VALUE = Pattern.compile("(vllm:\\w+)=(\\S+)");
  private static final Pattern COUNT = Pattern.compile("series=(\\d+)");

  @BeforeEach
  void thePagesAreThere() {
    assumeTrue(Files.isDirectory(SHARED), "reference data beside the checkout");
  }

  private static Page page(Path file) throws IOException {
    return ExpositionParser.parse(Files.readString(file), Format.TEXT);
  }

  private static String rightValues(String file) throws IOException {
    return Files.readAllLines(CORPUS.resolve("INDEX.tsv")).stream()
        .map(line -> line.split("\t"))
        .filter(columns -> columns[0].equals(file))
        .map(columns -> columns[7])
        .findFirst()
        .orElseThrow();
  }

  private static double sum(Page page, String name) {
    return page.series().stream()
        .filter(series -> series.name().equals(name))
        .mapToDouble(Series::value)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-v06-replica0-of-4.txt",
        "05-v1-engine0-idle.txt",
        "07-trace-replay-m0-before.prom",
        "08-trace-replay-m1-after.prom",
        "09-v2026-spec-decode.prom",
        "10-vllm-c128-before.prom",
        "11-vllm-c128-after.prom",
        "15-minimal-two-series.txt",
        "16-v0251-idle.txt",
        "17-v0251-loaded.txt"
      })
  void aPageHasTheValuesOfTheTable(String name) throws IOException {
    String right = rightValues("prometheus/" + name);
    List<MatchResult> values = VALUE.matcher(right).results().toList();

    Page page = page(CORPUS.resolve("prometheus").resolve(name));

    assertThat(page.malformedLines()).isZero();
    assertThat(COUNT.matcher(right).results().map(count -> Integer.valueOf(count.group(1))))
        .containsExactly(page.series().size());
    assertThat(values).isNotEmpty();
    for (MatchResult value : values) {
      double expected = Double.parseDouble(value.group(2));
      assertThat(sum(page, value.group(1)))
          .as(value.group(1))
          .isCloseTo(expected, within(Math.abs(expected) * PRECISION));
    }
  }

  @Test
  void aPageThatIsCutOffKeepsItsWholeLines() throws IOException {
    Page page = page(CORPUS.resolve("prometheus/21-dp2-two-engines-cut-off.txt"));

    assertThat(page.series()).hasSize(13);
    assertThat(page.malformedLines()).isEqualTo(1);
    assertThat(page.series())
        .filteredOn(series -> series.name().equals("vllm:request_generation_tokens_count"))
        .singleElement()
        .matches(series -> "0".equals(series.label("engine")) && series.value() == 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"19-families-v0260.txt", "20-families-sglang.txt"})
  void aListOfNamesIsNoPage(String name) throws IOException {
    Page page = page(CORPUS.resolve("prometheus").resolve(name));

    assertThat(page.series()).isEmpty();
    assertThat(page.malformedLines()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics-idle.txt", "metrics-loaded.txt"})
  void everyLineOfARealPageIsRead(String name) throws IOException {
    Path file = OWN_CAPTURES.resolve(name);
    long valueLines =
        Files.readAllLines(file).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .count();

    Page page = page(file);

    assertThat(page.malformedLines()).isZero();
    assertThat(page.series()).hasSize((int) valueLines);
  }
}
