package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a sweep: {@code quick_test.json} and {@code <phase>/<exp_id>.json}. */
public final class ConfigFiles {
  private final Path folder;

  /**
   * @param folder that the files go below
   */
  public ConfigFiles(Path folder) {
    this.folder = folder;
  }

  /** One file for each different configuration of each phase. */
  public List<GeneratedFile> of(Sweep sweep) {
    Map<Path, GeneratedFile> files = new LinkedHashMap<>();
    for (SweepPoint point : sweep.points()) {
      Path path = path(point);
      files.putIfAbsent(
          path, GeneratedFile.plain(path, ContractJson.current().document(point.config())));
    }
    return List.copyOf(files.values());
  }

  private Path path(SweepPoint point) {
    return point.phase().equals(Sweep.QUICK_TEST)
        ? folder.resolve(RunFiles.config(Sweep.QUICK_TEST))
        : folder.resolve(point.phase()).resolve(RunFiles.config(point.config().experimentId()));
  }
}
