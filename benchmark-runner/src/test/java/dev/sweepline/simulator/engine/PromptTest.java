package dev.sweepline.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {
  @ParameterizedTest
  @CsvSource({"'',1", "a,1", "abcd,1", "abcde,2", "abcdefgh,2", "abcdefghi,3"})
  void fourCharactersAreAToken(String text, int tokens) {
    assertThat(Prompt.ofText(text).length()).isEqualTo(tokens);
  }

  @Test
  void onlyFullBlocksHaveAHash() {
    assertThat(Engines.prompt(1, 11).blockHashes(4)).hasSize(2);
  }

  @Test
  void aBlockIsDifferentWhereWhatComesBeforeIs() {
    long[] hashes = Prompt.ofTokenIds(1, 2, 1, 2).blockHashes(2);

    assertThat(hashes[0]).isNotEqualTo(hashes[1]);
  }

  @Test
  void textsThatDifferInOneCharacterDiffer() {
    assertThat(Prompt.ofText("the same").blockHashes(1)[0])
        .isNotEqualTo(Prompt.ofText("thf same").blockHashes(1)[0]);
  }
}
