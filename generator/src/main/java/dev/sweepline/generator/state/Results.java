package dev.sweepline.generator.state;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The finished runs of one experiment. */
final class Results {
  private final Path folder;
  private final List<Run> runs;

  private Results(Path folder, List<Run> runs) {
    this.folder = folder;
    this.runs = List.copyOf(runs);
  }

  /**
   * A finished run.
   *
   * @param summary null for one that cannot be read
   * @param written when its summary was
   */
  private record Run(RunName name, @Nullable RunSummary summary, FileTime written) {}

  /**
   * Reads them.
   *
   * @param folder of the experiment; it need not be there
   */
  static Results in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new Results(folder, List.of());
    }
    List<Run> runs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        // A run that was cut short has a summary too, but its requests are no finished file.
        if (!name.endsWith(RunFiles.PART)) {
          RunFiles.runOfRequests(name).ifPresent(run -> add(runs, folder, run));
        }
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, "%s: cannot be read: %s".formatted(folder, e), e);
    }
    return new Results(folder, runs);
  }

  private static void add(List<Run> runs, Path folder, RunName run) {
    Path summary = folder.resolve(RunFiles.summary(run));
    lastChange(summary).ifPresent(time -> runs.add(new Run(run, read(summary), time)));
  }

  private static Optional<FileTime> lastChange(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static @Nullable RunSummary read(Path file) {
    try {
      return ContractJson.read(RunSummary.class, file);
    } catch (ContractException unreadable) {
      return null;
    }
  }

  /** The load points of one start. */
  LoadPoints of(Plan plan, int repeat) {
    int usable = 0;
    int invalid = 0;
    for (Plan.LoadPoint load : plan.loads()) {
      List<Run> own =
          runs.stream()
              .filter(run -> run.name().repeat() == repeat && fits(run, load, plan))
              .toList();
      Optional<FileTime> death = lastChange(folder.resolve(RunFiles.deathMark(slug(load), repeat)));
      if (own.stream().anyMatch(run -> isUsable(run, death))) {
        usable++;
      } else if (!own.isEmpty()) {
        invalid++;
      }
    }
    return new LoadPoints(usable, invalid, plan.loads().size());
  }

  /** The job script decides alike: a valid run stands even if its server died at its end. */
  private static boolean isUsable(Run run, Optional<FileTime> death) {
    RunSummary summary = run.summary();
    if (summary == null) {
      return false;
    }
    return switch (summary.verdict().state()) {
      case VALID -> true;
      case SUSPECT -> death.map(it -> run.written().compareTo(it) > 0).orElse(true);
      case INVALID -> false;
    };
  }

  /** What cannot be read fits by its name. */
  private static boolean fits(Run run, Plan.LoadPoint load, Plan plan) {
    if (!run.name().load().matches("\\Q%s\\E-[0-9a-f]{6}".formatted(slug(load)))) {
      return false;
    }
    RunSummary summary = run.summary();
    return summary == null
        || (plan.dataset().sha256().equals(summary.dataset().sha256())
            && requests(load, plan).equals(summary.load().requests()));
  }

  private static String slug(Plan.LoadPoint load) {
    return load.rate() == null ? "conc" + load.concurrency() : "rate" + load.rate();
  }

  private static Integer requests(Plan.LoadPoint load, Plan plan) {
    Integer asked = load.maxPrompts();
    return asked == null ? Integer.valueOf(plan.dataset().prompts()) : asked;
  }
}
