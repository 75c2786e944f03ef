package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://h:8000, http://h:8000, http://h:8000/health",
    "http://h, http://h, http://h:80/health",
    "https://h, https://h, https://h:443/health",
    "HTTPS://h:1/v1/, https://h:1/v1, https://h:1/health",
    "http://h:1/a/b/, http://h:1/a/b, http://h:1/a/b/health",
    "http://[::1]:1, http://[::1]:1, http://[::1]:1/health"
  })
  void aUrlHasItsRecordedFormAndItsPaths(String url, String recorded, String health) {
    Target target = Target.parse(url);

    assertThat(target.baseUrl()).isEqualTo(recorded);
    assertThat(target.resolve("/health")).hasToString(health);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "h:8000", "ftp://h", "http://", "http://h?a=b", "http://h#a", "http://a b"})
  void anythingElseIsRefused(String url) {
    assertThatThrownBy(() -> Target.parse(url))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--base-url ");
  }

  @Test
  void aPasswordIsRefusedAndNotQuoted() {
    assertThatThrownBy(() -> Target.parse("http://me:hidden@h"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--api-key-file")
        .hasMessageNotContaining("hidden");
  }
}
