package dev.sweepline.generator.state;

import dev.sweepline.contract.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sweep's state for people, in lines of at most 80 columns. */
public final class StatusTable {
  private static final int WIDTH = 80;
  private static final String ROW = "%-16s %-20s %9s  %-14s %s";

  private StatusTable() {}

  /** A line for each experiment, one below it for what there is to say, and the counts. */
  public static List<String> of(SweepState sweep) {
    List<String> lines = new ArrayList<>();
    lines.add(cut(ROW.formatted("EXPERIMENT", "STATE", "LOADS", "JOB", "NODES")));
    for (ExperimentState it : sweep.experiments()) {
      lines.add(row(it));
      detail(it).forEach(text -> lines.add(cut("    " + text)));
    }
    lines.add(counts(sweep));
    if (sweep.slurm() != null) {
      lines.add(cut("from files only: " + sweep.slurm()));
    }
    return lines;
  }

  private static String row(ExperimentState it) {
    LoadPoints points = it.points();
    return cut(
        ROW.formatted(
                it.expId(),
                it.state() + phase(it.phase()),
                points.usable() + "/" + points.planned(),
                empty(it.job()),
                it.state() == State.PENDING ? "(" + it.reason() + ")" : empty(it.nodes()))
            .stripTrailing());
  }

  private static String phase(Status.@Nullable State phase) {
    if (phase == null) {
      return "";
    }
    return phase == Status.State.STARTING ? " starting" : " benchmark";
  }

  private static List<String> detail(ExperimentState it) {
    List<String> lines = new ArrayList<>();
    if (it.serverUrl() != null) {
      lines.add("server " + it.serverUrl());
    }
    if (it.reason() != null && it.state() != State.PENDING) {
      lines.add(it.reason());
    }
    if (it.points().invalid() > 0) {
      lines.add("invalid results: " + it.points().invalid());
    }
    if (it.lastLogLine() != null && it.state() != State.DONE && it.state() != State.PENDING) {
      lines.add("log: " + it.lastLogLine());
    }
    return lines;
  }

  private static String counts(SweepState sweep) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    sweep.experiments().forEach(it -> counts.merge(it.state(), 1, Integer::sum));
    LoadPoints points =
        sweep.experiments().stream()
            .map(ExperimentState::points)
            .reduce(LoadPoints.NONE, LoadPoints::plus);
    return "%d experiments: %s; %d of %d load points"
        .formatted(
            sweep.experiments().size(),
            counts.entrySet().stream()
                .map(it -> it.getValue() + " " + it.getKey())
                .collect(Collectors.joining(", ")),
            points.usable(),
            points.planned());
  }

  private static String empty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String cut(String line) {
    String plain = line.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= WIDTH ? plain : plain.substring(0, WIDTH - 1) + "…";
  }
}
