package dev.sweepline.generator.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.DatasetManifest;
import dev.sweepline.contract.PromptLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetTest {
  private final Map<String, Dataset> suite =
      DatasetSpec.suite(42).stream()
          .map(Dataset::generate)
          .collect(Collectors.toMap(dataset -> dataset.spec().name(), dataset -> dataset));

  private Dataset dataset(String name) {
    return Objects.requireNonNull(suite.get(name), name);
  }

  private static String text(Dataset dataset) {
    return new DatasetFiles(Path.of("none")).of(dataset).files().get(0).content();
  }

  private static DatasetManifest manifest(Dataset dataset) {
    return new DatasetFiles(Path.of("none")).of(dataset).manifest();
  }

  private static String category(PromptLine line) {
    return String.valueOf(Objects.requireNonNull(line.metadata()).get("category"));
  }

  private static int promptLength(PromptLine line) {
    return Objects.requireNonNull(line.promptLength());
  }

  private static int outputLimit(PromptLine line) {
    return Objects.requireNonNull(line.outputLimit());
  }

  @ParameterizedTest
  @CsvSource({
    "quick_test, 40, 50, 10, 256",
    "medium_balanced, 150, 250, 100, 512",
    "large_throughput, 300, 500, 200, 512",
    "short_latency, 450, 50, 0, 256",
    "long_context, 0, 90, 210, 1024"
  })
  void aSuiteDatasetHasItsMix(String name, int shorts, int mediums, int longs, int cap) {
    Map<String, Long> counts =
        dataset(name).lines().stream()
            .collect(Collectors.groupingBy(DatasetTest::category, Collectors.counting()));

    assertThat(counts.getOrDefault("short", 0L)).isEqualTo(shorts);
    assertThat(counts.getOrDefault("medium", 0L)).isEqualTo(mediums);
    assertThat(counts.getOrDefault("long", 0L)).isEqualTo(longs);
    assertThat(dataset(name).lines()).allMatch(line -> outputLimit(line) <= cap);
  }

  @ParameterizedTest
  @CsvSource({
    "short, 16, 64, 50, 150",
    "medium, 128, 1024, 150, 500",
    "long, 2048, 8192, 500, 512"
  })
  void lengthsAreInTheirBands(
      String category, int promptMin, int promptMax, int outputMin, int outputMax) {
    List<PromptLine> lines =
        dataset("large_throughput").lines().stream()
            .filter(line -> category(line).equals(category))
            .toList();

    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(promptLength(line)).isBetween(promptMin, promptMax);
              assertThat(outputLimit(line)).isBetween(outputMin, outputMax);
            });
  }

  @Test
  void theStatedLengthIsTheLengthOfTheText() {
    // Counted another way than by the generator: marks set off by blanks, then words.
    assertThat(suite.values())
        .flatExtracting(Dataset::lines)
        .allSatisfy(
            line ->
                assertThat(
                        Objects.requireNonNull(line.prompt())
                            .replaceAll("([.?])", " $1 ")
                            .strip()
                            .split("\\s+"))
                    .hasSize(promptLength(line)));
  }

  @Test
  void longContextIsReallyLong() {
    assertThat(manifest(dataset("long_context")).promptTokens().p50()).isGreaterThan(2048);
  }

  @Test
  void allPromptsAreDifferent() {
    assertThat(suite.values())
        .allSatisfy(
            dataset ->
                assertThat(dataset.lines().stream().map(PromptLine::prompt))
                    .doesNotHaveDuplicates());
  }

  @Test
  void noTwoPromptsShareACacheBlockOfSixteenTokens() {
    assertThat(
            dataset("large_throughput").lines().stream()
                .map(line -> Objects.requireNonNull(line.prompt()).split("\\s+", 20))
                .map(
                    words ->
                        String.join(" ", List.of(words).subList(0, Math.min(16, words.length)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    DatasetSpec spec = DatasetSpec.custom("x", 50, LengthMix.parse("short=0.5,long=0.5"), 512, 7);

    assertThat(text(Dataset.generate(spec))).isEqualTo(text(Dataset.generate(spec)));
  }

  @Test
  void anotherSeedGivesOtherPrompts() {
    LengthMix mix = LengthMix.parse("short=1");

    assertThat(Dataset.generate(DatasetSpec.custom("x", 5, mix, 512, 7)).lines())
        .doesNotContainAnyElementsOf(
            Dataset.generate(DatasetSpec.custom("x", 5, mix, 512, 8)).lines());
  }

  @Test
  void whatASeedGivesIsTheSameOnEveryJavaAndInEveryVersion() {
    DatasetSpec spec = DatasetSpec.custom("x", 20, LengthMix.parse("short=0.5,medium=0.5"), 512, 7);

    assertThat(manifest(Dataset.generate(spec)).sha256())
        .isEqualTo("a77244a709e17531e42c2671bc2dbf749684b9be61cbf51325331b3cc8a74234");
  }

  @Test
  void theManifestHashesTheFile() throws Exception {
    Dataset quick = dataset("quick_test");
    byte[] bytes = text(quick).getBytes(StandardCharsets.UTF_8);

    assertThat(manifest(quick).sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }

  @Test
  void theHistogramCoversEveryPrompt() {
    assertThat(suite.values())
        .allSatisfy(
            dataset ->
                assertThat(
                        manifest(dataset).promptTokens().histogram().stream()
                            .mapToInt(DatasetManifest.Bucket::count)
                            .sum())
                    .isEqualTo(dataset.lines().size()));
  }

  @Test
  void theManifestSaysThatLengthsAreEstimates() {
    DatasetManifest manifest = manifest(dataset("quick_test"));

    assertThat(manifest.tokenizer()).isNull();
    assertThat(manifest.lengthEstimate()).contains("no tokenizer was used");
  }

  @Test
  void theTableFitsAnOrdinaryTerminal() {
    assertThat(StatsTable.lines(suite.values().stream().map(DatasetTest::manifest).toList()))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }
}
