package dev.sweepline.runner.scrape;

import java.util.List;
import java.util.stream.Stream;

/** Says in a line each what went wrong with the scrapes of a run. */
final class ScrapeReport {
  private ScrapeReport() {}

  static List<String> of(List<ServerSource> servers) {
    return Stream.of(failures(servers), malformedLines(servers), strangers(servers))
        .flatMap(lines -> lines)
        .map("metrics: "::concat)
        .toList();
  }

  private static Stream<String> failures(List<ServerSource> servers) {
    int scrapes = servers.stream().mapToInt(server -> server.tally().scrapes()).sum();
    int failures = servers.stream().mapToInt(server -> server.tally().failures()).sum();
    return servers.stream()
        .filter(server -> server.tally().failures() > 0)
        .limit(1)
        .map(
            server ->
                "%d of %d scrapes failed (%s: %s)"
                    .formatted(
                        failures, scrapes, server.endpoint().page(), server.tally().lastFailure()));
  }

  private static Stream<String> malformedLines(List<ServerSource> servers) {
    long lines = servers.stream().mapToLong(server -> server.tally().malformedLines()).sum();
    return lines == 0
        ? Stream.of()
        : Stream.of("%d lines were malformed and skipped".formatted(lines));
  }

  private static Stream<String> strangers(List<ServerSource> servers) {
    return servers.stream()
        .filter(server -> server.tally().hasFoundNothing())
        .map(server -> "%s shows none of vLLM's series".formatted(server.endpoint().page()));
  }
}
