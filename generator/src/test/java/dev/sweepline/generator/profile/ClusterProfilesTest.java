package dev.sweepline.generator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.generator.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  private static Path ofProject(String path) {
    return Path.of(System.getProperty("sweepline.root"), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/examples/cluster-profile.yaml",
        "scripts/cluster/modules.yaml",
        "scripts/cluster/pyxis.yaml",
        "scripts/cluster/simulator.yaml"
      })
  void anExampleIsAProfileOfSlurmJobs(String path) {
    ClusterProfile profile = Yaml.file(ProfileFile.class, ofProject(path)).resolve(path, jar);

    assertThat(profile.launch()).isEqualTo(ClusterProfile.Launch.SLURM);
  }

  @Test
  void theDocumentedExampleHasEveryKey() throws IOException {
    String example = Files.readString(ofProject("docs/examples/cluster-profile.yaml"));

    assertThat(
            Arrays.stream(ProfileFile.class.getRecordComponents())
                .map(key -> key.getName().equals("networkInterface") ? "interface" : key.getName())
                .map(key -> key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .filter(key -> !example.matches("(?s).*\\n(# )?" + key + ":.*")))
        .isEmpty();
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
        "modules: ['$(id)'] | modules: must be letters",
        "interface: 'ib0; id' | interface: must be letters",
        "qos: 'a b' | qos: must be letters",
        "constraint: 'h200 ib' | constraint: must be features with &|()*[], between them",
        "time_limit: soon | time_limit: must be like 90 (minutes), 04:00:00 or 2-00:00:00",
        "gres: gpu:8 | gres: must hold ${gpus}, as in gpu:h200:${gpus}, or be none, got: gpu:8",
        "executor: mpi | executor: must be one of mp, ray",
        "temp_dir: tmp | temp_dir: must be absolute and at most 40 characters long, got: tmp",
        "cpus_per_task: 0 | cpus_per_task: must be >= 1, got: 0",
        "max_requeues: -1 | max_requeues: must be >= 0, got: -1",
        "container: {mounts: []} | container.image: is missing",
        "container: {image: i, mont: []} | container.mont: unknown key; did you mean mounts?",
        "container: {image: i, mounts: [a]} | container.mounts: must be like /from:/to",
        "container: {image: i, options: [x]} | container.options: must be options of srun, got: x",
        "sbatch_options: ['-N 4'] | sbatch_options: must be like --mail-type=END, got: -N 4",
        "sbatch_options: [--nodes=4] | sbatch_options: --nodes=4: is set by the job script",
        "client: [] | client: is missing",
        "activat: [x] | activat: unknown key; did you mean activate?"
      })
  void aBadKeyIsNamedWithItsRule(String line, String message) {
    assertThatThrownBy(() -> find(HEAD + line + "\n"))
        .hasMessageContaining("site.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void requeuesNeedARequeue() {
    assertThatThrownBy(() -> find(HEAD + "requeue: false\nmax_requeues: 2\n"))
        .hasMessageContaining("max_requeues: needs requeue: true, got: 2");
  }

  @Test
  void gpusAreAskedForAsTheSiteWants() throws IOException {
    assertThat(find(HEAD).batch().gpus().option(8)).hasValue("gpus-per-node=8");
    assertThat(find(HEAD + "gres: 'gpu:h200:${gpus}'\n").batch().gpus().option(4))
        .hasValue("gres=gpu:h200:4");
    assertThat(find(HEAD + "gres: none\n").batch().gpus().option(8)).isEmpty();
  }

  @Test
  void theClientCanBeAnyCommand() throws IOException {
    assertThat(find(HEAD + "client: [/opt/loader, '${bench_jar}']\n").client().command())
        .containsExactly("/opt/loader", jar.toString());
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
