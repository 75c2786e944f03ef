package dev.sweepline.generator.profile;

import dev.sweepline.generator.yaml.Yaml;
import java.nio.file.Path;

/** Profiles of tests, written as YAML; the load generator does not have to exist. */
public final class ProfileText {
  private ProfileText() {}

  /** What the text says. */
  public static ClusterProfile read(String yaml) {
    return Yaml.read(ProfileFile.class, "profile.yaml", yaml)
        .resolve("profile.yaml", Path.of("/opt/sweepline/sweepline-bench.jar"));
  }
}
