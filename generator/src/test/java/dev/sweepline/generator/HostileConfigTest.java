package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.testing.HostileText;
import dev.sweepline.generator.testing.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileConfigTest {
  /** Options that take any text, in the order of their names. */
  private static final List<String> TEXT_SETTINGS =
      List.of(
          "chat_template",
          "code_revision",
          "config_format",
          "download_dir",
          "fingerprint_value",
          "generation_config",
          "hf_config_path",
          "io_processor_plugin",
          "load_format",
          "otlp_traces_endpoint",
          "reasoning_parser",
          "response_role",
          "revision",
          "root_path",
          "ssl_ciphers",
          "tokenizer",
          "tokenizer_revision",
          "tool_parser_plugin",
          "tool_server",
          "worker_cls");

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void everyValueReachesTheServerAsItIs(long seed) throws IOException {
    HostileText hostile = new HostileText(seed);
    Map<String, Object> settings = new TreeMap<>();
    List<String> expected = new ArrayList<>();
    String model = "m" + hostile.next();
    expected.add(model);
    for (String key : TEXT_SETTINGS) {
      String value = hostile.next();
      String option = "--" + key.replace('_', '-');
      settings.put(key, value);
      if (value.startsWith("-")) {
        expected.add(option + "=" + value);
      } else {
        expected.addAll(List.of(option, value));
      }
    }
    Map<String, Object> config = new LinkedHashMap<>(Map.of("extra_args", settings));
    config.put("model", model);
    SweepFolder sweep = new SweepFolder(root);
    sweep.profile(sweep.file("bin/record-arguments").toString());
    String id = sweep.config("hostile", config);
    sweep.plan();

    assertThat(sweep.script(id).code()).isEqualTo(70);

    assertThat(List.of(Files.readString(sweep.file("bin/arguments")).split("\0", -1)))
        .as("seed %d", seed)
        .startsWith(expected.toArray(String[]::new))
        .element(expected.size())
        .isEqualTo("--host");
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void theRecordedConfigurationIsTheOneThatWasPlanned(long seed) throws IOException {
    HostileText hostile = new HostileText(seed);
    SweepFolder sweep = new SweepFolder(root);
    sweep.profile(sweep.file("bin/record-arguments").toString());
    String id =
        sweep.config("hostile", Map.of("model", "m" + hostile.next(), "tokenizer", hostile.next()));
    sweep.plan();

    sweep.script(id);

    assertThat(
            ContractJson.read(ServerConfig.class, sweep.file("results/" + id + "/config.json"))
                .experimentId())
        .as("seed %d", seed)
        .isEqualTo(id);
  }
}
