package dev.sweepline.generator.plan;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that a file holds.
 *
 * @param file where it stands
 * @param name its {@code name}, else the file's without its ending
 * @param phase its {@code phase}, else the folder's name; null for a file of no phase
 * @param config what it says
 */
public record ConfigFile(Path file, String name, @Nullable String phase, ServerConfig config) {
  private static final String ENDING = ".json";

  /**
   * All configurations below a folder, sorted by path.
   *
   * @throws UserError exit code 66 when there is none, 65 when one is malformed
   */
  public static List<ConfigFile> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<ConfigFile> files =
          paths
              .filter(path -> path.getFileName().toString().endsWith(ENDING))
              .filter(Files::isRegularFile)
              .sorted()
              .map(ConfigFile::read)
              .toList();
      if (files.isEmpty()) {
        throw missing(folder + ": holds no configuration");
      }
      return files;
    } catch (IOException e) {
      throw missing(folder + ": no such folder");
    }
  }

  private static UserError missing(String what) {
    return new UserError(
        ExitCode.NO_INPUT, what + "; make configurations with: sweepline config --quick-test");
  }

  /**
   * One configuration.
   *
   * @throws UserError exit code 66 when there is no such file, 65 when it is malformed
   */
  public static ConfigFile read(Path file) {
    ServerConfig config = ContractJson.read(ServerConfig.class, file);
    if (config.text("model") == null) {
      throw ContractException.at(file.toString(), 0, "model_path", "must name a model");
    }
    String name = label(config, "name");
    String phase = label(config, "phase");
    return new ConfigFile(
        file,
        name == null ? withoutEnding(file) : name,
        phase == null ? folderPhase(file) : phase,
        config);
  }

  /** Labels are outside the identity, so they are asked for as written. */
  private static @Nullable String label(ServerConfig config, String key) {
    return config.values().get(key) instanceof String text ? text : null;
  }

  private static String withoutEnding(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private static @Nullable String folderPhase(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path name = folder == null ? null : folder.getFileName();
    return name == null || name.toString().equals(RunFiles.CONFIGS) ? null : name.toString();
  }
}
