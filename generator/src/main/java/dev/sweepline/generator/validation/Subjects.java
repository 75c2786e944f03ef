package dev.sweepline.generator.validation;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.plan.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds configurations: files of one, plans, and everything of that kind below a folder. */
final class Subjects {
  private static final String CONFIGURATION = ".json";

  private Subjects() {}

  /**
   * The files that are meant.
   *
   * @throws UserError exit code 66 when one is missing, or a folder holds none
   */
  static List<Path> files(List<Path> paths) {
    return paths.stream().flatMap(path -> files(path).stream()).distinct().toList();
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw new UserError(ExitCode.NO_INPUT, path + ": no such file or folder");
      }
      return List.of(path);
    }
    try (Stream<Path> below = Files.walk(path)) {
      List<Path> files =
          below
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(CONFIGURATION))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new UserError(ExitCode.NO_INPUT, path + ": holds no configuration");
      }
      return files;
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What one file holds.
   *
   * @throws ContractException when it is malformed
   */
  static List<Subject> of(Path file) {
    Path name = file.getFileName();
    if (name != null && name.toString().equals(RunFiles.PLAN)) {
      return ContractJson.read(Plan.class, file).experiments().stream()
          .map(it -> new Subject(file, it.expId(), it.config(), Subject.Origin.FILE))
          .toList();
    }
    ConfigFile config = ConfigFile.read(file);
    return List.of(new Subject(file, config.name(), config.config(), Subject.Origin.FILE));
  }
}
