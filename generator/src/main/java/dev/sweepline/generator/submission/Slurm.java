package dev.sweepline.generator.submission;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Slurm's own commands, as they are found on the path. */
public final class Slurm {
  private static final int JOBS_A_CALL = 500;

  /** One line a task: its id, its number, name, state, reason, nodes. */
  private static final List<String> SQUEUE =
      List.of("squeue", "--me", "--noheader", "--array", "--format=%i|%A|%j|%T|%r|%N");

  private static final int FIELDS = 6;

  private Slurm() {}

  /** The user's jobs; unknown where there is no Slurm or it does not answer. */
  public static Queue queue() {
    if (!isInstalled()) {
      return Queue.unknown("no squeue here");
    }
    try {
      Answer answer = Answer.of(SQUEUE);
      return answer.code() == 0
          ? Queue.of(jobs(answer.output()))
          : Queue.unknown("squeue: " + answer.firstLine());
    } catch (IOException e) {
      return Queue.unknown("squeue: " + e.getMessage());
    }
  }

  private static boolean isInstalled() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "squeue")));
  }

  private static Map<String, QueuedJob> jobs(String output) {
    Map<String, QueuedJob> jobs = new HashMap<>();
    for (String line : output.lines().toList()) {
      String[] fields = line.split("\\|", FIELDS);
      if (fields.length == FIELDS) {
        QueuedJob job = new QueuedJob(fields[0], fields[3], fields[4], fields[5]);
        jobs.put(fields[0], job);
        // Its number names the whole array too, where it is the array's last task.
        jobs.putIfAbsent(fields[1], job);
        jobs.putIfAbsent(fields[2], job);
      }
    }
    return jobs;
  }

  /**
   * Cancels jobs.
   *
   * @throws UserError exit code 69 when Slurm does not take it
   */
  public static void cancel(Collection<String> jobs) {
    List<String> all = List.copyOf(jobs);
    for (int from = 0; from < all.size(); from += JOBS_A_CALL) {
      List<String> command = new ArrayList<>(List.of("scancel"));
      command.addAll(all.subList(from, Math.min(all.size(), from + JOBS_A_CALL)));
      try {
        Answer answer = Answer.of(command);
        if (answer.code() != 0) {
          throw new UserError(ExitCode.NO_SERVER, "scancel: " + answer.firstLine());
        }
      } catch (IOException e) {
        throw new UserError(ExitCode.NO_SERVER, "scancel: " + e.getMessage(), e);
      }
    }
  }
}
