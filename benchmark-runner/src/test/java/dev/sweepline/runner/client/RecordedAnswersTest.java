package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.RequestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Answers of every shape against what {@code answers/INDEX.tsv} says of them. */
final class RecordedAnswersTest {
  private static final Path ANSWERS =
      Path.of(System.getProperty("sweepline.root"), "benchmark-runner/src/test/resources/answers");

  private static RecordedAnswer answer(String name) {
    return RecordedAnswer.read(ANSWERS.resolve(name + ".txt"));
  }

  private static Load load(String form) {
    return Playback.load(Endpoint.COMPLETIONS, AnswerForm.valueOf(form.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/answers/INDEX.tsv",
      numLinesToSkip = 1,
      delimiter = '\t',
      nullValues = "-")
  void eachAnswerIsRecordedAsItsIndexSays(ArgumentsAccessor line) {
    Random random = new Random(1);
    RequestRecord record =
        Playback.whole(load(line.getString(1)), answer(line.getString(0)).bytes(random));

    assertThat(record.outcome()).hasToString(line.getString(2).toUpperCase(Locale.ROOT));
    assertThat(record.outputTokens()).isEqualTo(line.getInteger(3));
    assertThat(lowerCase(record.tokenSource())).isEqualTo(line.getString(4));
    assertThat(record.events()).isEqualTo(line.getInteger(5));
    assertThat(record.promptTokens()).isEqualTo(line.getInteger(6));
    assertThat(record.finishReason()).isEqualTo(line.getString(7));
    assertThat(lowerCase(record.gapTokens())).isEqualTo(line.getString(8));
    assertThat(record.error()).isEqualTo(line.getString(9));
  }

  private static @Nullable String lowerCase(@Nullable Object value) {
    return value == null ? null : value.toString().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/answers/INDEX.tsv", numLinesToSkip = 1, delimiter = '\t')
  void anySplitOfTheBytesGivesTheSameRecord(ArgumentsAccessor line) {
    RecordedAnswer answer = answer(line.getString(0));
    Load load = load(line.getString(1));
    RequestRecord expected = Playback.whole(load, answer.bytes(new Random(0)));
    for (int longest : new int[] {1, 2, 3, 7, 40, 300}) {
      for (long seed = 0; seed < 6; seed++) {
        Random random = new Random(seed);
        byte[] bytes = answer.bytes(random);
        assertThat(Playback.pieces(load, bytes, longest, random))
            .as("seed %d, pieces of up to %d bytes", seed, longest)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/answers/INDEX.tsv", numLinesToSkip = 1, delimiter = '\t')
  void anAnswerThatIsCutOffIsNeverASuccess(ArgumentsAccessor line) {
    RecordedAnswer answer = answer(line.getString(0));
    int mark = answer.body().indexOf("[DONE]");
    for (int length = 0; length < (mark < 0 ? answer.body().length() : mark); length++) {
      byte[] bytes = answer.cutAt(length, new Random(length));
      assertThat(Playback.whole(load(line.getString(1)), bytes).outcome().isSuccess())
          .as("%d bytes of the body", length)
          .isFalse();
    }
  }

  @Test
  void everyRecordedAnswerIsInTheIndex() throws IOException {
    String index = Files.readString(ANSWERS.resolve("INDEX.tsv"));
    try (Stream<Path> files = Files.list(ANSWERS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".txt"))
          .allMatch(name -> index.contains("\n" + name.replace(".txt", "") + "\t"));
    }
  }
}
