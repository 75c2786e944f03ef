package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntsTest {
  @Test
  void laterChangesOfTheArrayDoNotReachTheSequence() {
    int[] source = {1, 2};
    Ints ints = Ints.of(source);
    source[0] = 9;
    assertThat(ints.at(0)).isEqualTo(1);
  }
}
