package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.RunSummary.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractJsonTest {
  private static final String REASON =
      """
      {
        "code": "short_outputs",
        "evidence": {"share": 0.1},
        "voids": ["e2e"]
      }
      """;

  @Test
  void linesEndAsEitherSystemEndsThem() {
    assertThat(read(REASON.replace("\n", "\r\n"))).isEqualTo(read(REASON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0.1        | NaN         | f:3: evidence.share: must be a finite number, got: NaN",
        "0.1        | -Infinity   | f:3: evidence.share: must be a finite number, got: -Infinity",
        "0.1        | 1e999       | f:3: evidence.share: must be a finite number, got: Infinity",
        "0.1        | null        | f:3: evidence.share: must not be null",
        "0.1        | \"0.1\"     | f:3: evidence.share: must be a finite number, got: \"0.1\"",
        "\"e2e\"    | 7           | f:4: voids[0]: must be a string, got: 7",
        "\"e2e\"    | \"a\", null | f:4: voids[1]: must not be null",
        "[\"e2e\"]  | null        | f:4: voids: must not be null",
        "evidence   | evidense    | f:3: evidense: is not a known key; known and not given: evidence",
        "voids      | code        | f:4: code: must be given once",
        "\"short_outputs\" | \" \" | f:2: code: must not be blank, got:",
      })
  void aComplaintNamesTheLineTheKeyAndTheRule(String right, String wrong, String complaint) {
    assertThatThrownBy(() -> read(REASON.replace(right, wrong)))
        .isInstanceOf(ContractException.class)
        .message()
        .isEqualToIgnoringWhitespace(complaint);
  }

  @Test
  void theUnknownKeyIsNamedBeforeTheMissingOne() {
    assertThatThrownBy(() -> read("{\"kode\": 1}"))
        .hasMessage("f:1: kode: is not a known key; known and not given: code, evidence, voids");
  }

  @Test
  void aLongValueIsShortened() {
    assertThatThrownBy(() -> read(REASON.replace("0.1", "\"" + "x".repeat(900) + "\"")))
        .message()
        .hasSizeLessThan(200);
  }

  @Test
  void aTextThatStopsInTheMiddleIsNotJson() {
    assertThatThrownBy(() -> read(REASON.substring(0, 45)))
        .hasMessage("f:3: is not valid JSON: it ends in the middle");
  }

  @Test
  void nothingMayStandBehindTheValue() {
    assertThatThrownBy(() -> read(REASON + REASON))
        .hasMessageContaining("must end after one JSON value");
  }

  @Test
  void aNullIsNoDocument() {
    assertThatThrownBy(() -> read("null")).hasMessage("f:1: must be an object, got: null");
  }

  @Test
  void aLineIsNamedByItsNumberInTheFile() {
    assertThatThrownBy(() -> ContractJson.current().line(Reason.class, "f", 7, "{"))
        .hasMessage("f:7: is not valid JSON: it ends in the middle");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("empty.json"));
    assertThatThrownBy(() -> ContractJson.read(Reason.class, file))
        .isInstanceOf(ContractException.class)
        .hasMessage(file + ": is empty, must be a JSON object");
  }

  @Test
  void aByteOrderMarkIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bom.json"), "\uFEFF" + REASON);
    assertThatThrownBy(() -> ContractJson.read(Reason.class, file))
        .isInstanceOf(ContractException.class)
        .hasMessage(file + ": starts with a byte order mark; save it as UTF-8 without one");
  }

  @Test
  void bytesThatAreNoUtf8AreMalformed(@TempDir Path folder) throws IOException {
    byte[] latin = "{\"code\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("latin.json"), latin);
    assertThatThrownBy(() -> ContractJson.read(Reason.class, file))
        .isInstanceOf(ContractException.class)
        .hasMessage(file + ": must be UTF-8 text");
  }

  @Test
  void aFileThatIsNotThereIsMissingInput(@TempDir Path folder) {
    Path file = folder.resolve("none.json");
    assertThatThrownBy(() -> ContractJson.read(Reason.class, file))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
        .hasMessage(file + ": no such file");
  }

  @Test
  void malformedInputEndsWithItsOwnExitCode() {
    assertThatThrownBy(() -> read("[]"))
        .isInstanceOfSatisfying(
            ContractException.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.MALFORMED);
              assertThat(e.rule()).isEqualTo("must be an object, got: []");
            });
  }

  private static Reason read(String text) {
    return ContractJson.document(Reason.class, "f", text);
  }
}
