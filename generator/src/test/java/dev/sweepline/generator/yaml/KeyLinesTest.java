package dev.sweepline.generator.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyLinesTest {
  private static final String TEXT = "a: 1\nb:\n  - c: 2\n  - d:\n      e: 3\n";

  @Test
  void aKeyInAListHasTheLineWhereItStands() {
    assertThat(new KeyLines(TEXT).line(List.of("b", "1", "d", "e"))).hasValue(5);
  }

  @Test
  void whatIsNotThereHasTheLineOfWhatHoldsIt() {
    assertThat(new KeyLines(TEXT).line(List.of("b", "0", "x"))).hasValue(3);
  }

  @Test
  void aTextThatIsNoYamlHasNoLines() {
    assertThat(new KeyLines("a: [").line(List.of("a"))).isEmpty();
  }
}
