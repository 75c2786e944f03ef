package dev.sweepline.generator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.UserError;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.HostileText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyTextArrivesInBashAsOneWord(long seed) {
    HostileText hostile = new HostileText(seed);
    List<String> words = Stream.generate(hostile::next).limit(300).toList();
    String script = "words=(\n" + ShellWords.array(words) + ")\nprintf '%s\\0' \"${words[@]}\"\n";

    Bash.Result result = Bash.run(Path.of("."), List.of("bash", "-c", script));

    assertThat(result.output().split("\0", -1))
        .as("seed %d", seed)
        .startsWith(words.toArray(String[]::new))
        .hasSize(words.size() + 1);
  }

  @Test
  void plainWordsStayReadable() {
    assertThat(ShellWords.quote("/models/GLM-4.6")).isEqualTo("/models/GLM-4.6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud800"})
  void whatNoArgumentCanHoldIsRefused(String text) {
    assertThatThrownBy(() -> ShellWords.quote(text)).isInstanceOf(UserError.class);
  }

  @Test
  void aTemplateNameWithoutAValueIsAnError() {
    assertThatThrownBy(() -> Template.of("x={{unknown}}").fill(Map.of()))
        .hasMessageContaining("unknown");
  }

  @Test
  void aNameInsideAValueStaysAsItIs() {
    assertThat(Template.of("{{a}} ${HOME}").fill(Map.of("a", "{{b}} {{a:-c}}")))
        .isEqualTo("{{b}} {{a:-c}} ${HOME}");
  }
}
