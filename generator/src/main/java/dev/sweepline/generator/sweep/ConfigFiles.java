package dev.sweepline.generator.sweep;

import static java.util.stream.Collectors.joining;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a sweep: {@code quick_test.json} and {@code <phase>/<exp_id>.json}. */
public final class ConfigFiles {
  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";

  private final Path folder;

  /**
   * @param folder that the files go below
   */
  public ConfigFiles(Path folder) {
    this.folder = folder;
  }

  /** One file for each different configuration of each phase that will run. */
  public List<GeneratedFile> of(List<Screened> points) {
    Map<Path, List<Screened>> files = new LinkedHashMap<>();
    points.stream()
        .filter(Screened::runs)
        .forEach(point -> files.computeIfAbsent(path(point), it -> new ArrayList<>()).add(point));
    return files.entrySet().stream()
        .map(file -> GeneratedFile.plain(file.getKey(), document(file.getValue())))
        .toList();
  }

  private Path path(Screened screened) {
    String phase = screened.point().phase();
    return phase.equals(Sweep.QUICK_TEST)
        ? folder.resolve(RunFiles.config(Sweep.QUICK_TEST))
        : folder.resolve(phase).resolve(RunFiles.config(screened.experimentId()));
  }

  /** The first of some equal points, with the names of all. */
  private static String document(List<Screened> equal) {
    Screened first = equal.get(0);
    ServerConfig config = first.config();
    if (!first.point().levels().isEmpty()) {
      config = config.with(NAME, first.point().name());
    }
    if (equal.size() > 1) {
      config =
          config.with(
              DESCRIPTION,
              equal.stream().map(it -> it.point().name()).distinct().collect(joining("; ")));
    }
    return ContractJson.current().document(config);
  }
}
