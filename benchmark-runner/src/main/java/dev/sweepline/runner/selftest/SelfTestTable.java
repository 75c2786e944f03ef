package dev.sweepline.runner.selftest;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.contract.Delays;
import dev.sweepline.contract.RunSummary.Host;
import dev.sweepline.contract.SelfTest;
import dev.sweepline.contract.SelfTest.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A self test as a table for a terminal of 80 columns. */
public final class SelfTestTable {
  private static final int WIDTH = 80;
  private static final String ABSENT = "–";
  private static final double GIB = 1L << 30;
  private static final double US_PER_MS = 1000;

  private SelfTestTable() {}

  /** The text. */
  public static String of(SelfTest test) {
    List<String> lines = new ArrayList<>();
    lines.add(host(test.host()));
    lines.add("");
    lines.add("%-40s %12s %12s %12s".formatted("error, ms", "p50", "p99", "max"));
    lines.add(row("time to first token", test.ttftErrorUs()));
    lines.add(row("time between tokens", test.itlErrorUs()));
    lines.add(row("sent after it was due", test.latenessUs()));
    lines.add(row("event loop late", test.loopLagUs()));
    lines.add("");
    lines.add(
        "%-12s %9s %9s %9s %8s %6s %7s  %s"
            .formatted(
                "load", "asked", "reached", "late p99", "lag p90", "busy", "server", "result"));
    test.steps().forEach(step -> lines.add(row(step)));
    lines.add("");
    lines.addAll(verdict(test));
    return String.join("\n", lines) + "\n";
  }

  /** Cut where the system has a long name. */
  private static String host(Host host) {
    String line =
        "host: %d cores, %.0f GiB, Java %s, %s"
            .formatted(host.cpus(), host.memoryBytes() / GIB, host.java(), host.os());
    return line.substring(0, Math.min(WIDTH, line.length()));
  }

  private static String row(String title, Delays delays) {
    return "%-40s %12s %12s %12s"
        .formatted(title, ms(delays.p50()), ms(delays.p99()), ms(delays.max()));
  }

  private static String row(Step step) {
    return String.format(
        Locale.ROOT,
        "%-12s %,9.0f %,9.0f %9s %8s %6s %7s  %s",
        StepText.name(step.quantity()),
        step.asked(),
        step.reached(),
        ms(step.latenessP99Us()),
        ms(step.loopLagP90Us()),
        percent(step.loopBusy()),
        percent(step.serverBusy()),
        StepText.outcome(step.limit()));
  }

  private static List<String> verdict(SelfTest test) {
    Ceiling ceiling = test.ceiling();
    return List.of(
        "verdict: %s – %s".formatted(test.word().text(), meaning(test)),
        String.format(
            Locale.ROOT,
            "ceiling: %,.0f requests/s, %,.0f events/s, %,d open streams",
            ceiling.requestsPerS(),
            ceiling.eventsPerS(),
            ceiling.openStreams()),
        "A run above half of one of them is marked near_client_ceiling (with --store).");
  }

  private static String meaning(SelfTest test) {
    return switch (test.word()) {
      case GOOD -> "times are right to %s ms, up to half of the ceiling".formatted(error(test));
      case FAIR -> "times are right to %s ms: for TTFT of 50 ms and more".formatted(error(test));
      case POOR -> "do not measure here: give the client idle cores, or its own node";
    };
  }

  /** The larger of the errors that a time to first token from the due time has. */
  private static String error(SelfTest test) {
    return ms(Math.max(test.ttftErrorUs().p99(), test.latenessUs().p99()));
  }

  private static String ms(@Nullable Double us) {
    return us == null ? ABSENT : String.format(Locale.ROOT, "%.2f", us / US_PER_MS);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? ABSENT : String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
