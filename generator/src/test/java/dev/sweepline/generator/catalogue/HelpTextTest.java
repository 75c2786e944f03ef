package dev.sweepline.generator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.generator.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpTextTest {
  private static final String HELP =
      """
      usage: vllm serve [model_tag] [options]

      positional arguments:
        model_tag             The model tag to serve (default: None)

      options:
        --headless            Run without an API. See the documentation of
                              --data-parallel-size for more. (default: False)
        --api-server-count API_SERVER_COUNT, -asc API_SERVER_COUNT
                              How many of them.
        --enable-eplb, --no-enable-eplb
                              Balance experts. (default: False)
        -h, --help            show this help message and exit

      Frontend:
        --api-key API_KEY [API_KEY ...]
                              Keys.
        --hf-token [HF_TOKEN]
        --colour-scheme {dark,light}
                              Not of any listed version.
        --data-parallel-hybrid-lb, --no-data-parallel-hybrid-lb, -dph
                              - "a": --not-an-option
        --tool-call-parser {hermes,mistral} or one that --tool-parser-plugin names
        --max-num-seqs MAX_NUM_SEQS
      """;

  private static final FlagCatalogue CATALOGUE =
      FlagCatalogue.ofHelp(HELP, VllmVersion.parse("0.32"));

  private static Flag flag(String name) {
    return CATALOGUE.find(name).orElseThrow();
  }

  @Test
  void everyOptionIsFoundAndNothingElse() {
    assertThat(HelpText.flags(HELP))
        .extracting(Flag::name)
        .containsExactly(
            "--headless",
            "--api-server-count",
            "--enable-eplb",
            "--api-key",
            "--hf-token",
            "--colour-scheme",
            "--data-parallel-hybrid-lb",
            "--tool-call-parser",
            "--max-num-seqs");
  }

  @Test
  void choicesThatAreNotAllBindNobody() {
    assertThat(flag("--tool-call-parser").choices()).isEmpty();
    assertThat(flag("--tool-call-parser").aliases()).isEmpty();
  }

  @Test
  void eachHasItsKind() {
    assertThat(flag("--headless").kind()).isEqualTo(Flag.Kind.BARE);
    assertThat(flag("--enable-eplb").kind()).isEqualTo(Flag.Kind.PAIR);
    assertThat(flag("--api-key").values()).isEqualTo(Flag.Values.SEVERAL);
    assertThat(flag("--hf-token").values()).isEqualTo(Flag.Values.OPTIONAL);
    assertThat(flag("--data-parallel-hybrid-lb").aliases()).containsExactly("-dph");
    assertThat(flag("-asc").name()).isEqualTo("--api-server-count");
  }

  @Test
  void whatTheServerSaysIsBindingForItsValues() {
    assertThat(CATALOGUE.check(Map.of("colour_scheme", "red")))
        .extracting(Finding::message)
        .containsExactly("--colour-scheme: invalid choice: 'red' (choose from 'dark', 'light')");
    assertThat(CATALOGUE.check(Map.of("max_num_seqs", "many")))
        .extracting(Finding::message)
        .containsExactly("--max-num-seqs: invalid int value: 'many'");
  }

  @Test
  void whatItDoesNotHaveIsUnknownOrGone() {
    List<Finding> findings = CATALOGUE.check(Map.of("swap_space", 4));
    assertThat(findings).extracting(Finding::code).containsExactly("removed_option");
    assertThat(CATALOGUE.check(Map.of("dtype", "auto")))
        .extracting(Finding::code)
        .containsExactly("unknown_option");
  }

  @Test
  void aTextWithoutOptionsIsRefused() {
    assertThatThrownBy(() -> FlagCatalogue.ofHelp("nothing", VllmVersion.parse("0.32")))
        .hasMessage("lists no option; it must be what 'vllm serve --help=all' prints");
  }
}
