package dev.sweepline.generator.submission;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.Submission;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The submissions of a sweep, as the launcher wrote them down. */
public final class Ledger {
  private final Map<Start, String> jobs;
  private final Set<String> aggregations;

  private Ledger(Map<Start, String> jobs, Set<String> aggregations) {
    this.jobs = Collections.unmodifiableMap(jobs);
    this.aggregations = Collections.unmodifiableSet(aggregations);
  }

  /**
   * Reads it; empty where nothing was submitted. A line that was cut short, by the death of its
   * launcher, is left out.
   *
   * @param sweep its directory
   * @throws dev.sweepline.contract.ContractException for another line that is malformed
   */
  public static Ledger read(Path sweep) {
    Path file = sweep.resolve(RunFiles.SUBMISSIONS);
    Map<Start, String> jobs = new LinkedHashMap<>();
    Set<String> aggregations = new LinkedHashSet<>();
    for (Submission line : lines(file)) {
      String job = line.job();
      if (job == null) {
        continue;
      }
      if (line.expId() == null || line.repeat() == null) {
        aggregations.add(job);
      } else {
        jobs.put(new Start(line.expId(), line.repeat()), job);
      }
    }
    return new Ledger(jobs, aggregations);
  }

  private static List<Submission> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    List<Submission> lines = new ArrayList<>();
    try {
      int number = 0;
      for (String text : Files.readAllLines(file)) {
        number++;
        if (text.endsWith("}")) {
          lines.add(ContractJson.current().line(Submission.class, file.toString(), number, text));
        }
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, "%s: cannot be read: %s".formatted(file, e), e);
    }
    return lines;
  }

  /** The last job of a start, as Slurm names it; empty when it was never submitted. */
  public Optional<String> job(Start start) {
    return Optional.ofNullable(jobs.get(start));
  }

  /** The last job of each start. */
  public Map<Start, String> jobs() {
    return jobs;
  }

  /** The jobs that aggregate. */
  public Set<String> aggregations() {
    return aggregations;
  }
}
