package dev.sweepline.generator.profile;

import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.yaml.Yaml;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds cluster profiles: those that come along by their name, others by the path of a file. */
public final class ClusterProfiles {
  private static final List<String> BUILT_IN = List.of("local-vllm", "simulator", "slurm-vllm");
  private static final String JAR = "../../benchmark-runner/target/sweepline-bench.jar";

  private ClusterProfiles() {}

  /**
   * A profile.
   *
   * @throws UserError exit code 66 when there is none, or no load generator where it says; 65 when
   *     it is malformed
   */
  public static ClusterProfile find(String pathOrName) {
    ClusterProfile profile = read(pathOrName);
    if (!Files.isRegularFile(profile.client().jar())) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "no load generator at %s; build it with: mvn package, or set bench_jar in the profile"
              .formatted(profile.client().jar()));
    }
    return profile;
  }

  private static ClusterProfile read(String pathOrName) {
    if (BUILT_IN.contains(pathOrName)) {
      return Yaml.resource(ProfileFile.class, ClusterProfiles.class, pathOrName + ".yaml")
          .resolve(pathOrName, besideThisJar());
    }
    Path file = Path.of(pathOrName);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          ExitCode.NO_INPUT,
          "no cluster profile %s%s; it is a YAML file or one of %s"
              .formatted(
                  pathOrName,
                  NearestName.of(pathOrName, BUILT_IN)
                      .map(name -> ", meant " + name + "?")
                      .orElse(""),
                  String.join(", ", BUILT_IN)));
    }
    return Yaml.file(ProfileFile.class, file).resolve(file.toString(), besideThisJar());
  }

  /** Where the build puts it, seen from this module's jar or classes. */
  private static Path besideThisJar() {
    try {
      Path here =
          Path.of(
              ClusterProfiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return here.resolveSibling(JAR);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this program has no place", e);
    }
  }
}
