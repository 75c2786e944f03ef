package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a sweep: {@code quick_test.json} and {@code <phase>/<exp_id>.json}. */
public final class ConfigFiles {
  private static final String NAME = "name";

  private final Path folder;

  /**
   * @param folder that the files go below
   */
  public ConfigFiles(Path folder) {
    this.folder = folder;
  }

  /** One file for each different configuration of each phase that will run. */
  public List<GeneratedFile> of(List<Screened> points) {
    Map<Path, GeneratedFile> files = new LinkedHashMap<>();
    points.stream()
        .filter(Screened::runs)
        .forEach(point -> files.computeIfAbsent(path(point), path -> file(path, point)));
    return List.copyOf(files.values());
  }

  private Path path(Screened screened) {
    String phase = screened.point().phase();
    return phase.equals(Sweep.QUICK_TEST)
        ? folder.resolve(RunFiles.config(Sweep.QUICK_TEST))
        : folder.resolve(phase).resolve(RunFiles.config(screened.experimentId()));
  }

  private static GeneratedFile file(Path path, Screened screened) {
    ServerConfig config = screened.config();
    return GeneratedFile.plain(
        path,
        ContractJson.current()
            .document(
                screened.point().levels().isEmpty()
                    ? config
                    : config.with(NAME, screened.point().name())));
  }
}
