package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNameTest {
  @Test
  void aNameIsReadInItsParts() {
    assertThat(RunName.parse("rate10-3fa9c1-r2-a1"))
        .isEqualTo(new RunName("rate10-3fa9c1", 2, 1))
        .hasToString("rate10-3fa9c1-r2-a1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conc64-00ff00", "rateinf-3fa9c1", "rate1e-7-9a2686", "rate1e+21-9a2686"})
  void everySlugOfALoadIsAName(String load) {
    assertThat(RunName.parse(load + "-r10-a12")).isEqualTo(new RunName(load, 10, 12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rate10-r2-a1",
        "rate10-3fa9c1-r0-a1",
        "rate10-3fa9c1-r2-a01",
        "rate10-3fa9c1-r2",
        "../rate10-3fa9c1-r2-a1",
        "rate10-3FA9C1-r2-a1",
        "rate10-3fa9c1-r2-a1\n",
        "rate10-3fa9c1-r99999999999-a1"
      })
  void anythingElseIsNoName(String text) {
    assertThatThrownBy(() -> RunName.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("run: must be <load>-r<repeat>-a<attempt>, got: " + text);
  }

  @Test
  void aNameCannotLeaveItsFolder() {
    assertThatThrownBy(() -> new RunName("a/b-3fa9c1", 1, 1))
        .hasMessage("load: must be <slug>-<6 hex digits>, got: a/b-3fa9c1");
  }
}
