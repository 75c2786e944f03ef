package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.Status;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.HostileText;
import dev.sweepline.generator.testing.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and profiles that a careless script would act on. */
class HostileSiteTest {
  @TempDir private Path root;

  private SweepFolder folder(HostileText hostile) throws IOException {
    String name = "f" + word(hostile).replaceAll("[/\\p{Cntrl}]", "_");
    return new SweepFolder(Files.createDirectory(root.resolve(name)));
  }

  /** A profile's commands know variables, so a dollar with a brace is none of their text. */
  private static String word(HostileText hostile) {
    return hostile.next().replace("${", "$");
  }

  private static List<String> parts(Path file) throws IOException {
    return List.of(Files.readString(file).split("\0", -1));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void commandAndEnvironmentReachTheServerAsTheyAre(long seed) throws IOException {
    HostileText hostile = new HostileText(seed);
    SweepFolder sweep = folder(hostile);
    // A profile's commands know variables, so a dollar with a brace is none of their text.
    List<String> words = Stream.generate(() -> hostile.next().replace("${", "$")).limit(6).toList();
    sweep.profile(
        Stream.concat(Stream.of(sweep.file("bin/record-arguments").toString()), words.stream())
            .toArray(String[]::new));
    Map<String, String> variables = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      variables.put("SITE_" + i, hostile.next());
    }
    sweep.profileKey("environment", variables);
    String id = sweep.config("a" + seed, Map.of("model", "m", "name", hostile.next()));
    sweep.plan();

    assertThat(sweep.script(id).code()).as("seed %d", seed).isEqualTo(70);

    assertThat(parts(sweep.file("bin/arguments")))
        .as("seed %d", seed)
        .startsWith(words.toArray(String[]::new))
        .element(words.size())
        .isEqualTo("m");
    assertThat(parts(sweep.file("bin/environment")))
        .as("seed %d", seed)
        .containsAll(
            variables.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43})
  void aSweepInAnyFolderRunsToItsEnd(long seed) throws IOException {
    SweepFolder sweep = folder(new HostileText(seed));
    String id = sweep.config("a", Map.of("model", "m"));
    sweep.plan();

    Bash.Result result = sweep.script(id);

    assertThat(result.code()).as("seed %d: %s", seed, result.output()).isZero();
    assertThat(sweep.status(id).state()).isEqualTo(Status.State.DONE);
  }

  @Test
  void aFolderThatDoesNotFitOnALineIsRefused() throws IOException {
    SweepFolder sweep = new SweepFolder(root);
    sweep.config("a", Map.of("model", "m"));

    int code =
        CommandShell.run(
            GeneratorMain.command(),
            "sbatch",
            "--config-dir",
            sweep.file("configs").toString(),
            "--dataset",
            sweep.file("prompts.jsonl").toString(),
            "--cluster",
            sweep.file("profile.yaml").toString(),
            "--output-dir",
            root.resolve("a\nb").toString());

    assertThat(code).isEqualTo(65);
  }
}
