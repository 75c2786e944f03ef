package dev.sweepline.generator.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sweepline.contract.PromptLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedDatasetTest {
  @TempDir private Path folder;

  private Dataset dataset(String name, String text, @Nullable String column) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    DatasetSpec spec = DatasetSpec.custom("x", 10, LengthMix.parse("short=1"), 512, 1);
    return Dataset.of(ImportedDataset.read(file, column), spec, DatasetShape.plain());
  }

  @Test
  void aConversationAsksItsFirstTurnForAsMuchAsItsSecond() throws IOException {
    String turns = "{\"from\":\"human\",\"value\":\"Why me?\"}";
    String text =
        "[{\"conversations\":[%s]},{\"conversations\":[%s,{\"from\":\"gpt\",\"value\":\"So it is.\"}]}]"
            .formatted(turns, turns);

    assertThat(dataset("a.json", text, null).lines())
        .extracting(PromptLine::prompt, PromptLine::promptLength, PromptLine::outputLimit)
        .containsExactly(tuple("Why me?", 3, 4));
  }

  @Test
  void messagesStayMessages() throws IOException {
    String text = "{\"messages\":[{\"role\":\"user\",\"content\":\"Two words\"}],\"max_tokens\":9}";

    assertThat(dataset("a.jsonl", text, null).lines())
        .extracting(PromptLine::messages, PromptLine::outputLimit)
        .containsExactly(tuple(List.of(new PromptLine.Message("user", "Two words")), 9));
  }

  @Test
  void aColumnHoldsPromptsWithCommasAndLineBreaks() throws IOException {
    assertThat(dataset("a.csv", "id,q\n1,\"a, b\nc\"\n", "q").lines())
        .extracting(PromptLine::prompt)
        .containsExactly("a, b\nc");
  }

  @Test
  void aTraceGetsTextsOfItsLengths() throws IOException {
    assertThat(dataset("a.csv", "TIMESTAMP,ContextTokens,GeneratedTokens\n1,90,5\n", null).lines())
        .allSatisfy(
            line -> {
              assertThat(TokenEstimate.of(Objects.requireNonNull(line.prompt()))).isEqualTo(90);
              assertThat(line.outputLimit()).isEqualTo(5);
            });
  }

  @Test
  void importedTextHasNoSeedAndMadeTextHas() throws IOException {
    assertThat(dataset("a.jsonl", "{\"prompt\":\"x\"}\n", null).seed()).isNull();
    assertThat(dataset("b.jsonl", "{\"input_length\":40}\n", null).seed()).isEqualTo(1L);
  }

  @Test
  void aLineWithoutAnythingKnownIsNamed() {
    assertThatThrownBy(() -> dataset("a.jsonl", "{\"prompt\":\"x\"}\n{\"y\":1}\n", null))
        .hasMessageContaining("a.jsonl:2: ");
  }

  @ParameterizedTest
  @CsvSource({
    "01-mooncake-synthetic.jsonl, 3993, 0, 61194628, 595432",
    "02-mooncake-conversation-head.jsonl, 2000, 0, 27441774, 704602",
    "04-mooncake-customer.jsonl, 256, 0, 14155776, 128000",
    "06-azure-2023-code.csv, 8819, 0, 18059974, 245896",
    "08-azure-mini.csv, 20, 0, 11540, 1674",
    "10-burstgpt-sample.csv, 3, 1, 1976, 524",
    "15-aiperf-trace.jsonl, 3, 0, 1982, 130",
    "17-infx-multiturn.jsonl, 9012, 0, 3249819, 3967849",
    "19-prompt-max-tokens-jsonl.jsonl, 8, 0, 0, 256"
  })
  void filesOfOthersAreReadToTheirValues(
      String name, int usable, int skipped, long input, long output) {
    Path shared = Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
    Assumptions.assumeTrue(Files.isDirectory(shared), "reference data beside the checkout");

    ImportedDataset imported =
        ImportedDataset.read(shared.resolve("data/corpus/datasets").resolve(name), null);

    assertThat(imported.texts()).hasSize(usable);
    assertThat(imported.skipped()).isEqualTo(skipped);
    assertThat(imported.texts().stream().mapToLong(t -> or0(t.inputTokens())).sum())
        .isEqualTo(input);
    assertThat(imported.texts().stream().mapToLong(t -> or0(t.outputTokens())).sum())
        .isEqualTo(output);
  }

  private static int or0(@Nullable Integer tokens) {
    return Objects.requireNonNullElse(tokens, 0);
  }
}
