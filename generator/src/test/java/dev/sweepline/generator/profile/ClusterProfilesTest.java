package dev.sweepline.generator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.generator.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterProfilesTest {
  private static final String HEAD = "name: site\nlaunch: slurm\nserve: [vllm, serve]\n";

  @TempDir private Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void writeJar() throws IOException {
    jar = Files.writeString(folder.resolve("bench.jar"), "");
  }

  private ClusterProfile find(String yaml) throws IOException {
    return ClusterProfiles.find(
        Files.writeString(folder.resolve("site.yaml"), yaml + "bench_jar: " + jar + "\n")
            .toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local-vllm", "simulator", "slurm-vllm"})
  void theProfilesThatComeAlongAreRead(String name) {
    Path fallback = Path.of("/jars/bench.jar");

    assertThat(
            Yaml.resource(ProfileFile.class, ClusterProfiles.class, name + ".yaml")
                .resolve(name, fallback)
                .name())
        .isEqualTo(name);
  }

  @Test
  void theDocumentedExampleIsAProfile() {
    Path example =
        Path.of(System.getProperty("sweepline.root"), "docs/examples/cluster-profile.yaml");

    assertThat(Yaml.file(ProfileFile.class, example).resolve("example", jar).server().serve())
        .containsExactly("vllm", "serve");
  }

  @Test
  void javaAndJarAreFilledIntoTheServeCommand() throws IOException {
    ClusterProfile profile =
        find(
            """
            name: s
            launch: simulator
            java: /opt/java
            serve: ['${java}', -jar, '${bench_jar}', simulate]
            """);

    assertThat(profile.server().serve())
        .containsExactly("/opt/java", "-jar", jar.toString(), "simulate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "partion: gpu | partion: unknown key; did you mean partition?",
        "ready_timeout_s: 0 | ready_timeout_s: must be >= 1, got: 0",
        "partition: 'a b' | partition: must be letters, digits and ._/:,@+=-, got: a b",
        "environment: {HF_TOKEN: x} | environment.HF_TOKEN: looks like a secret",
        "environment: {A-B: x} | environment.A-B: is not the name of a variable",
        "serve_args: ['${port}'] | serve_args: only ${java} and ${bench_jar} are known",
        "modules: ['$(id)'] | modules: must be letters"
      })
  void aBadKeyIsNamedWithItsRule(String line, String message) {
    assertThatThrownBy(() -> find(HEAD + line + "\n"))
        .hasMessageContaining("site.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void aPathOfASecretIsFine() throws IOException {
    assertThat(find(HEAD + "environment: {HF_TOKEN_PATH: /home/me/token}\n").site().environment())
        .containsKey("HF_TOKEN_PATH");
  }

  @Test
  void aMissingServeCommandIsNamed() {
    assertThatThrownBy(() -> find("name: x\nlaunch: local\n"))
        .hasMessage(folder.resolve("site.yaml") + ": serve: is missing");
  }

  @Test
  void aMissingProfileIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> ClusterProfiles.find("simulater"))
        .hasMessage(
            "no cluster profile simulater, meant simulator?; it is a YAML file or one of"
                + " local-vllm, simulator, slurm-vllm");
  }

  @Test
  void aMissingLoadGeneratorSaysHowToBuildIt() throws IOException {
    Files.delete(jar);

    assertThatThrownBy(() -> find(HEAD))
        .hasMessage(
            "no load generator at %s; build it with: mvn package, or set bench_jar in the profile",
            jar);
  }

  @Test
  void theClientOfThisBuildExplainsLogsToo() throws IOException {
    List<String> explain = find(HEAD).client().explain();

    assertThat(explain).endsWith("-jar", jar.toString(), "explain-log");
  }

  @Test
  void aClientOfTheSiteIsNotAskedToExplainLogs() throws IOException {
    assertThat(find(HEAD + "client: [load, bench]\n").client().explain()).isEmpty();
  }
}
