package dev.sweepline.generator.validation;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.plan.ConfigFile;
import dev.sweepline.generator.sweep.Overrides;
import dev.sweepline.generator.sweep.Sweep;
import dev.sweepline.generator.sweep.SweepFile;
import dev.sweepline.generator.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds configurations: files of one, plans, sweeps, and everything of that kind below a folder.
 */
final class Subjects {
  private static final String CONFIGURATION = ".json";
  private static final List<String> SWEEPS = List.of(".yaml", ".yml");

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
              .filter(file -> file.toString().endsWith(CONFIGURATION) || isSweep(file))
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
      Plan plan = ContractJson.read(Plan.class, file);
      return plan.experiments().stream()
          .map(it -> new Subject(it.config(), Subject.Origin.FILE, plan.vllmVersion()))
          .toList();
    }
    return isSweep(file)
        ? points(file)
        : List.of(new Subject(ConfigFile.read(file).config(), Subject.Origin.FILE, null));
  }

  private static List<Subject> points(Path file) {
    SweepFile sweep = Yaml.file(SweepFile.class, file);
    return Sweep.of(sweep, file.toString(), Overrides.none()).points().stream()
        .map(it -> new Subject(it.config(), Subject.Origin.SWEEP, sweep.vllmVersion()))
        .distinct()
        .toList();
  }

  private static boolean isSweep(Path file) {
    return SWEEPS.stream().anyMatch(file.toString()::endsWith);
  }
}
