package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.cli.CommandShell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it takes standard output")
class ValidateCommandTest {
  private static final String FINE = "{\"model\": \"m\", \"max_num_seqs\": 8}";

  @TempDir Path folder;

  private record Answer(int code, String output) {}

  private static Answer validate(String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      int code =
          CommandShell.run(
              GeneratorMain.command(),
              Stream.concat(Stream.of("validate"), Stream.of(arguments)).toArray(String[]::new));
      return new Answer(code, output.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void whatIsFineEndsWithZero() throws IOException {
    write("a.json", FINE);
    Answer answer = validate(folder.toString());
    assertThat(answer.code()).isZero();
    assertThat(answer.output()).isEqualToNormalizingNewlines("1 files: 0 errors, 0 warnings\n");
  }

  @Test
  void anErrorNamesFileKeyAndRemedyAndEndsWith64() throws IOException {
    String file = write("a.json", "{\"model\": \"m\", \"max_num_sesq\": 8}");
    Answer answer = validate(file);
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.output())
        .contains(file + ": error: max_num_sesq: vllm serve has no option --max-num-sesq; did you")
        .contains("--max-num-seqs", "(unknown_option)", "1 files: 1 errors, 0 warnings");
  }

  @Test
  void aMalformedFileDoesNotHideTheOthers() throws IOException {
    write("a.json", "{");
    write("b.json", "{\"model\": \"m\", \"swap_space_gb\": 4}");
    Answer answer = validate(folder.toString());
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.output())
        .contains("a.json: error:", "(malformed_file)")
        .contains("b.json: warning: swap_space:", "2 files: 1 errors, 1 warnings");
  }

  @Test
  void anOptionThatIsGoneIsAnErrorInASweep() throws IOException {
    String sweep =
        write(
            "my.yaml",
            """
            base: {model_path: m, swap_space_gb: 4}
            parts:
              - name: one
                axes: {max_num_seqs: [8, 16]}
            """);
    Answer answer = validate(sweep);
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.output())
        .contains("my.yaml: error: swap_space: --swap-space is gone from vLLM since 0.18")
        .contains("1 files: 1 errors, 0 warnings");
  }

  @Test
  void aSweepIsCheckedAgainstTheVersionThatItNames() throws IOException {
    String sweep =
        write(
            "my.yaml",
            """
            vllm_version: "0.26"
            base: {model_path: m}
            parts:
              - name: one
                axes: {max_num_partial_prefills: [1, 2]}
            """);
    assertThat(validate(sweep).code()).isZero();
    assertThat(validate(sweep, "--vllm-version", "0.27").code()).isEqualTo(64);
  }

  @Test
  void theHelpOfAServerIsBinding() throws IOException {
    String config = write("a.json", FINE);
    String help = write("help.txt", "options:\n  --max-num-seqs N\n");
    String other = write("other.txt", "options:\n  --max-seqs N\n");
    assertThat(validate(config, "--vllm-help", help).code()).isZero();
    assertThat(validate(config, "--vllm-help", other).code()).isEqualTo(64);
  }

  @Test
  void aServerCanBeAskedForIt() throws IOException {
    String config = write("a.json", FINE);
    assertThat(validate(config, "--vllm-command", "printf '  --max-num-seqs N\\n' #").code())
        .isZero();
    assertThat(validate(config, "--vllm-command", "exit 3 #"))
        .isEqualTo(
            new Answer(
                66, "validate: exit 3 # --help=all: exit code 3; run it by hand to see why\n"));
  }

  @Test
  void memoryIsEstimatedWhenTheGpuIsNamed() throws IOException {
    String config = write("a.json", "{\"model\": \"zai-org/GLM-4.6\", \"max_model_len\": 8192}");
    assertThat(validate(config).code()).isZero();
    Answer answer = validate(config, "--gpu", "H200");
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.output()).contains("a GPU cannot hold it", "(memory)");
  }

  @Test
  void jsonHasTheSame() throws IOException {
    String file = write("a.json", "{\"model\": \"m\", \"swap_space_gb\": 4}");
    JsonNode json = new ObjectMapper().readTree(validate(file, "--json").output());
    assertThat(json.path("warnings").asInt()).isEqualTo(1);
    JsonNode finding = json.path("files").path(0).path("findings").path(0);
    assertThat(finding.path("level").asText()).isEqualTo("warning");
    assertThat(finding.path("code").asText()).isEqualTo("removed_option");
    assertThat(finding.path("key").asText()).isEqualTo("swap_space");
  }

  @Test
  void whatIsMissingIsSaid() {
    Answer answer = validate(folder.resolve("none").toString());
    assertThat(answer.code()).isEqualTo(66);
    assertThat(answer.output()).contains("none: no such file or folder");
  }
}
