package dev.sweepline.generator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.generator.finding.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagCatalogueTest {
  private static FlagCatalogue of(String version) {
    return FlagCatalogue.of(VllmVersion.parse(version));
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @ParameterizedTest
  @CsvSource({"0.26, 274", "0.27, 282", "0.28, 284", "0.29, 292", "0.32, 316"})
  void eachVersionHasItsNumberOfOptions(String version, int options) {
    long count =
        CatalogueFile.FLAGS.stream()
            .filter(flag -> flag.life().includes(VllmVersion.parse(version)))
            .count();
    assertThat(count).isEqualTo(options);
  }

  @ParameterizedTest
  @CsvSource({
    "max_num_seqs, --max-num-seqs",
    "--max-num-seqs, --max-num-seqs",
    "max-num-seqs, --max-num-seqs",
    "max_num_seq, --max-num-seqs",
    "tp, --tensor-parallel-size",
    "device_memory_utilization, --gpu-memory-utilization",
    "eplb_window_size, --eplb-config",
    "eplb_config.policy, --eplb-config",
  })
  void anOptionIsFoundUnderItsNames(String key, String name) {
    assertThat(of("0.32").find(key)).map(Flag::name).contains(name);
  }

  @Test
  void aBeginningThatSeveralOptionsHaveFindsNone() {
    assertThat(of("0.32").find("max_num")).isEmpty();
  }

  @Test
  void aListedVersionNeedsNoNotice() {
    assertThat(of("0.27.1").notices()).isEmpty();
    assertThat(of("0.32.0+cpu").notices()).isEmpty();
  }

  @Test
  void anUnlistedVersionTakesTheNearestLowerOneAndSaysSo() {
    FlagCatalogue catalogue = of("0.31");
    assertThat(only(catalogue.notices()).message())
        .startsWith("vLLM 0.31 is not listed, the options of 0.29 are taken");
    assertThat(catalogue.find("max_num_queued_reqs")).isPresent();
    assertThat(catalogue.find("max_num_active_seqs")).isEmpty();
  }

  @Test
  void aVersionBeforeTheFirstTakesTheFirst() {
    assertThat(only(of("0.20").notices()).message()).contains("the options of 0.26 are taken");
  }

  @Test
  void aRemovedOptionSaysSinceWhenAndWhatReplacesIt() {
    assertThat(only(of("0.27").check(Map.of("max_num_partial_prefills", 1))))
        .isEqualTo(
            Finding.error(
                "removed_option",
                "max_num_partial_prefills",
                "--max-num-partial-prefills is gone from vLLM since 0.27;"
                    + " see --long-prefill-token-threshold"));
    assertThat(of("0.26").check(Map.of("max_num_partial_prefills", 1))).isEmpty();
  }

  @Test
  void aRemovedOptionInAnOlderFileIsOnlyDoubtful() {
    Finding finding = only(of("0.32").checkOlder(Map.of("swap_space_gb", 20)));
    assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
    assertThat(finding.message()).startsWith("--swap-space is gone from vLLM since 0.18");
  }

  @Test
  void anOptionOfALaterVersionSaysWhichOne() {
    assertThat(only(of("0.28").check(Map.of("max_num_queued_reqs", 9))).message())
        .isEqualTo("--max-num-queued-reqs comes with vLLM 0.29, this is 0.28");
  }

  @Test
  void anUnknownOptionNamesTheNearest() {
    Finding finding = only(of("0.32").check(Map.of("max_nun_seqs", 4)));
    assertThat(finding.code()).isEqualTo("unknown_option");
    assertThat(finding.message())
        .startsWith("vllm serve has no option --max-nun-seqs; did you mean --max-num-seqs");
  }

  @Test
  void anAbbreviationIsAcceptedWithAWarning() {
    Finding finding = only(of("0.32").check(Map.of("max_num_seq", 4)));
    assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
    assertThat(finding.code()).isEqualTo("abbreviated_option");
  }

  @Test
  void aSwitchTakesNoText() {
    assertThat(only(of("0.26").check(Map.of("enable_eplb", "False"))).message())
        .isEqualTo("--enable-eplb: is true or false, got: False");
  }

  @Test
  void anOptionWithAValueIsNoSwitch() {
    assertThat(only(of("0.32").check(Map.of("max_num_seqs", true))).message())
        .isEqualTo("--max-num-seqs: takes a value, got: true");
  }

  @Test
  void aValueThatCannotBeReadIsAnError() {
    assertThat(only(of("0.32").check(Map.of("dtype", "fp16"))).message())
        .startsWith("--dtype: invalid choice: 'fp16' (choose from 'auto', 'bfloat16'");
    assertThat(of("0.32").check(Map.of("max_num_batched_tokens", "16k", "max_num_seqs", 8.0)))
        .isEmpty();
  }

  @Test
  void whatTheParserOfAVersionWasNotAskedForIsOnlyDoubtful() {
    assertThat(only(of("0.29").check(Map.of("dtype", "fp16"))).level())
        .isEqualTo(Finding.Level.WARNING);
  }

  @Test
  void aFieldOfAnObjectIsCheckedToo() {
    assertThat(only(of("0.32").check(Map.of("eplb_config.windowsize", 4))).message())
        .startsWith("--eplb-config: Unexpected keyword argument 'windowsize'");
  }

  @Test
  void anOptionThatIsAnnouncedToLeaveIsDoubtful() {
    assertThat(only(of("0.32").check(Map.of("disable_cascade_attn", true))).code())
        .isEqualTo("deprecated_option");
  }

  @Test
  void aKeyThatNeverReachedAServerIsLeftOut() {
    assertThat(only(of("0.32").check(Map.of("num_replicas", 8))).code()).isEqualTo("unused_key");
  }

  @Test
  void modelNodesAndLabelsAreNoOptions() {
    assertThat(of("0.32").check(Map.of("model", "m", "num_nodes", 2, "name", "n"))).isEmpty();
  }
}
