package dev.sweepline.analytics.experiment;

import dev.sweepline.contract.Attempt;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.Status;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plans beside results folders and the words of job scripts in them, on any file system.
 * A file that cannot be read is noted and counts as absent.
 */
final class SweepFiles {
  /** A foreign run may call its experiment anything; only a plain name is a folder's. */
  private static final Pattern FOLDER = Pattern.compile("\\w[\\w.-]*");

  private final Configuration hadoop;
  private final List<Path> results;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param results URIs of the results folders
   */
  SweepFiles(Configuration hadoop, List<String> results) {
    this.hadoop = hadoop;
    this.results = results.stream().map(Path::new).toList();
  }

  /** What is planned, by experiment, in the order of the plans. */
  Map<String, PlannedExperiment> plans() {
    Map<String, PlannedExperiment> planned = new LinkedHashMap<>();
    results.stream()
        .map(Path::getParent)
        .filter(Objects::nonNull)
        .distinct()
        .map(sweep -> document(Plan.class, new Path(sweep, RunFiles.PLAN)))
        .flatMap(Optional::stream)
        .forEach(
            plan ->
                plan.experiments()
                    .forEach(
                        experiment ->
                            planned.merge(
                                experiment.expId(),
                                PlannedExperiment.of(plan, experiment),
                                PlannedExperiment::and)));
    return planned;
  }

  /** What the experiment's scripts wrote down, in all the results folders. */
  Progress progress(String expId) {
    @Nullable Status newest = null;
    List<Attempt> attempts = new ArrayList<>();
    for (Path folder : FOLDER.matcher(expId).matches() ? results : List.<Path>of()) {
      Path own = new Path(folder, expId);
      Status status = document(Status.class, new Path(own, RunFiles.STATUS)).orElse(null);
      if (status != null && (newest == null || status.updatedAt().isAfter(newest.updatedAt()))) {
        newest = status;
      }
      attempts.addAll(attempts(new Path(own, RunFiles.ATTEMPTS)));
    }
    attempts.sort(Comparator.comparing(Attempt::at));
    return new Progress(newest, attempts);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  private <T> Optional<T> document(Class<T> type, Path file) {
    try {
      return text(file).map(text -> ContractJson.document(type, name(file), text));
    } catch (ContractException e) {
      notes.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A line that was cut short, by the death of its node, is left out. */
  private List<Attempt> attempts(Path file) {
    List<String> lines = text(file).orElse("").lines().toList();
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("}")) {
        try {
          attempts.add(ContractJson.current().line(Attempt.class, name(file), i + 1, lines.get(i)));
        } catch (ContractException e) {
          notes.add(String.valueOf(e.getMessage()));
        }
      }
    }
    return attempts;
  }

  private Optional<String> text(Path file) {
    try (FSDataInputStream in = file.getFileSystem(hadoop).open(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException notThere) {
      return Optional.empty();
    } catch (IOException e) {
      notes.add("%s: cannot be read: %s".formatted(name(file), e.getMessage()));
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    return "file".equals(file.toUri().getScheme()) ? file.toUri().getPath() : file.toString();
  }
}
