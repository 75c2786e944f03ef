package dev.sweepline.runner.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderTest {
  @Test
  void aNameAndAValueStandAroundTheFirstColon() {
    Header header = Header.parse("X-Route:  a: b ");

    assertThat(header.name()).isEqualTo("X-Route");
    assertThat(header.value()).isEqualTo("a: b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        ": value",
        "A B: value",
        "A: hidden\r\nEvil: yes",
        "A: hidden\nEvil: yes",
        "A: hidden\u0000",
        "A: hiddén",
        "Ä: hidden",
        "A\r\n: hidden"
      })
  void anythingElseIsRefusedWithoutItsValue(String line) {
    assertThatThrownBy(() -> Header.parse(line))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--header: must be 'Name: value'")
        .hasMessageNotContainingAny("hidd", "Evil", "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "aUTHORIZATION"})
  void theKeyBelongsIntoItsFile(String name) {
    assertThatThrownBy(() -> Header.parse(name + ": Bearer hidden"))
        .isInstanceOf(UserError.class)
        .hasMessage("--header %s: use OPENAI_API_KEY or --api-key-file", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "host", "Transfer-Encoding", "X-Request-ID"})
  void whatBenchSetsIsNotTheUsersToSet(String name) {
    assertThatThrownBy(() -> Header.parse(name + ": 1"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--header " + name);
  }

  @Test
  void itsTextHasNoValue() {
    assertThat(Header.parse("X-Route: hidden")).hasToString("X-Route");
  }
}
