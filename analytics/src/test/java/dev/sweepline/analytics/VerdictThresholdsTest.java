package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictThresholdsTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("strict.json"), text);
  }

  @Test
  void numbersAreReadByName() throws IOException {
    assertThat(ThresholdsFile.read(file("{\"failures.suspect_below\": 0.95}")).changed())
        .containsOnlyKeys("failures.suspect_below")
        .containsValue(0.95);
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearest() throws IOException {
    Path file = file("{\"failures.suspect_bellow\": 0.95}");
    assertThatThrownBy(() -> ThresholdsFile.read(file))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("did you mean failures.suspect_below?");
  }

  @Test
  void aTextIsNoThreshold() throws IOException {
    Path file = file("{\"failures.suspect_below\": \"0.95\"}");
    assertThatThrownBy(() -> ThresholdsFile.read(file))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("must be a number from 0 on");
  }

  @Test
  void aKeyGivenTwiceIsRefused() throws IOException {
    Path file = file("{\"saturated.slower\": 2, \"saturated.slower\": 3}");
    assertThatThrownBy(() -> ThresholdsFile.read(file)).isInstanceOf(ContractException.class);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = folder.resolve("none.json");
    assertThatThrownBy(() -> ThresholdsFile.read(missing))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(missing.toString());
  }
}
