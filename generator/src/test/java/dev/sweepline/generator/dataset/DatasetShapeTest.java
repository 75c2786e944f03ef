package dev.sweepline.generator.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokenizer here takes each character for a token and puts one in front of a text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetShapeTest {
  private static final Path FIXTURE =
      Path.of("src/test/resources/dev/sweepline/generator/dataset/tokenizer.json");

  private final ModelTokenizer tokenizer = ModelTokenizer.load(FIXTURE);

  @AfterAll
  void closeTokenizer() {
    tokenizer.close();
  }

  private static DatasetSpec spec(int prompts) {
    return DatasetSpec.custom("x", prompts, LengthMix.parse("short=1"), 4096, 7);
  }

  private static LengthDistribution lengths(String text) {
    return LengthDistribution.parse(text);
  }

  private DatasetShape counted(@Nullable String prompts) {
    return new DatasetShape(
        tokenizer, prompts == null ? null : lengths(prompts), lengths("fixed:77"), 0, 0);
  }

  private static int characters(PromptLine line) {
    return Objects.requireNonNull(line.prompt()).replaceAll("\\s", "").length();
  }

  private static int promptLength(PromptLine line) {
    return Objects.requireNonNull(line.promptLength());
  }

  @Test
  void aThousandPromptsAreAThousandDifferentOnes() {
    assertThat(Dataset.generate(spec(1000), counted("fixed:60")).uniquePrompts()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed:100", "uniform:40-900", "lognormal:p50=200,p95=900"})
  void theAskedLengthIsTheLengthByTheTokenizer(String asked) {
    assertThat(Dataset.generate(spec(50), counted(asked)).lines())
        .allSatisfy(line -> assertThat(characters(line) + 1).isEqualTo(promptLength(line)));
  }

  @Test
  void aFixedLengthIsEveryPromptsLength() {
    assertThat(Dataset.generate(spec(50), counted("fixed:100")).lines())
        .extracting(DatasetShapeTest::promptLength)
        .containsOnly(100);
  }

  @Test
  void longContextIsInItsBandByTheTokenizer() {
    DatasetSpec longOnes = DatasetSpec.custom("l", 10, LengthMix.parse("long=1"), 1024, 42);

    assertThat(Dataset.generate(longOnes, counted(null)).lines())
        .allSatisfy(line -> assertThat(characters(line) + 1).isBetween(2048, 8192));
  }

  @Test
  void answersHaveTheAskedLength() {
    assertThat(Dataset.generate(spec(20), counted(null)).lines())
        .extracting(PromptLine::outputLimit)
        .containsOnly(77);
  }

  @Test
  void theSameSeedGivesTheSameBytesWithATokenizer() {
    DatasetShape shape = counted("uniform:40-400");

    assertThat(text(Dataset.generate(spec(30), shape)))
        .isEqualTo(text(Dataset.generate(spec(30), shape)));
  }

  private static String text(Dataset dataset) {
    return new DatasetFiles(Path.of("none")).of(dataset).files().get(0).content();
  }

  @Test
  void promptsShareAsManyBeginningsAsThereAreGroups() {
    DatasetShape shape = new DatasetShape(new WordCount(), lengths("fixed:40"), null, 3, 32);

    List<PromptLine> lines = Dataset.generate(spec(30), shape).lines();

    assertThat(
            lines.stream()
                .map(line -> Objects.requireNonNull(line.prompt()).substring(0, 60))
                .collect(Collectors.toSet()))
        .hasSize(3);
    assertThat(lines).extracting(DatasetShapeTest::promptLength).containsOnly(72);
  }

  @Test
  void theManifestNamesTheTokenizer() {
    assertThat(
            new DatasetFiles(Path.of("none"))
                .of(Dataset.generate(spec(3), counted("fixed:50")))
                .manifest())
        .satisfies(
            manifest -> {
              assertThat(manifest.tokenizer()).startsWith("tokenizer.json sha256:");
              assertThat(manifest.lengthEstimate()).isNull();
            });
  }

  @Test
  void lengthsThatCannotGiveSoManyDifferentPromptsAreRefused() {
    DatasetShape shape = new DatasetShape(new WordCount(), lengths("fixed:1"), null, 0, 0);

    assertThatThrownBy(() -> Dataset.generate(spec(1000), shape))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no more different prompts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uniform:9-3 | uniform lengths must go from the smaller to the greater, got: 9-3",
        "lognormal:p50=9,p95=9 | p95 must be greater than p50, got: p50=9,p95=9",
        "fixed:0 | a length must be from 1 to 1000000 tokens, got: 0"
      })
  void aDistributionThatCannotBeIsRefusedByItsRule(String text, String message) {
    assertThatThrownBy(() -> LengthDistribution.parse(text)).hasMessage(message);
  }
}
