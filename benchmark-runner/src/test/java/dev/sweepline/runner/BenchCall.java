package dev.sweepline.runner;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls {@code bench} in this process and reads back what it wrote. */
final class BenchCall {
  private final Path folder;
  private final String url;

  BenchCall(Path folder, String url) {
    this.folder = folder;
    this.url = url;
  }

  record Ended(int exitCode, String out, String err) {}

  /** A dataset of so many prompts, with an output limit each. */
  Path dataset(int prompts, int limit) throws IOException {
    Path file = folder.resolve("prompts.jsonl");
    Files.write(
        file,
        IntStream.range(0, prompts)
            .mapToObj(
                i ->
                    "{\"id\":\"p%d\",\"prompt\":\"prompt %d\",\"max_output_tokens\":%d}"
                        .formatted(i, i, limit))
            .toList());
    return file;
  }

  Path results() {
    return folder.resolve("results");
  }

  Ended run(Path dataset, String... options) {
    return call(arguments(dataset, options).toArray(String[]::new));
  }

  /** In a process of its own, with its output in the folder's files {@code out} and {@code err}. */
  Process start(Path dataset, Map<String, String> environment, String... options)
      throws IOException {
    return start(command(dataset, options), environment);
  }

  /** Likewise, where no file can grow beyond so many blocks of 1024 bytes. */
  Process startOnASmallDisk(int blocks, Path dataset, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("bash", "-c", "ulimit -f %d; exec \"$@\"".formatted(blocks), "bench"));
    command.addAll(command(dataset, options));
    return start(command, Map.of());
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private List<String> command(Path dataset, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                BenchMain.class.getName()));
    command.addAll(arguments(dataset, options));
    return command;
  }

  /** Waits until the process has said so on its standard error. */
  void awaitError(String text) throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
      while (!Files.readString(err).contains(text)) {
        next(watch);
      }
    }
  }

  /** Waits until the file of the run that is going on has so many lines. */
  Path awaitLines(int lines) throws IOException, InterruptedException {
    Path experiment = awaitExperiment();
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      experiment.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      while (true) {
        List<Path> parts = files("requests_", ".part");
        if (!parts.isEmpty() && Files.readString(parts.get(0)).lines().count() >= lines) {
          return parts.get(0);
        }
        next(watch);
      }
    }
  }

  /** The only folder below the results, when it is there. */
  private Path awaitExperiment() throws IOException, InterruptedException {
    Files.createDirectories(results());
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      results().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (true) {
        try (Stream<Path> below = Files.list(results())) {
          Optional<Path> found = below.findFirst();
          if (found.isPresent()) {
            return found.get();
          }
        }
        next(watch);
      }
    }
  }

  private static void next(WatchService watch) throws InterruptedException {
    WatchKey key = watch.take();
    key.pollEvents();
    key.reset();
  }

  String error() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  private List<String> arguments(Path dataset, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bench",
                "--base-url",
                url,
                "--dataset",
                dataset.toString(),
                "--results-dir",
                results().toString(),
                "--quiet"));
    arguments.addAll(Arrays.asList(options));
    return arguments;
  }

  static Ended call(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream seenOut = new ByteArrayOutputStream();
    ByteArrayOutputStream seenErr = new ByteArrayOutputStream();
    System.setOut(new PrintStream(seenOut, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(seenErr, true, StandardCharsets.UTF_8));
    try {
      int exitCode = CommandShell.run(BenchMain.command(), args);
      return new Ended(
          exitCode,
          seenOut.toString(StandardCharsets.UTF_8),
          seenErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The files whose names start and end so, below the results. */
  List<Path> files(String start, String end) throws IOException {
    try (Stream<Path> all = Files.walk(results())) {
      return all.filter(
              file -> {
                String name = file.getFileName().toString();
                return name.startsWith(start) && name.endsWith(end);
              })
          .sorted()
          .toList();
    }
  }

  static RunHeader header(Path requests) throws IOException {
    return ContractJson.current()
        .line(RunHeader.class, requests.toString(), 1, Files.readAllLines(requests).get(0));
  }

  static List<RequestRecord> records(Path requests) throws IOException {
    List<String> lines = Files.readAllLines(requests);
    return IntStream.range(1, lines.size())
        .mapToObj(
            i ->
                ContractJson.current()
                    .line(RequestRecord.class, requests.toString(), i + 1L, lines.get(i)))
        .toList();
  }

  /** Of the only run. */
  List<RequestRecord> records() throws IOException {
    return records(files("requests_", ".jsonl").get(0));
  }

  /** Of the only run. */
  RunSummary summary() throws IOException {
    return ContractJson.read(RunSummary.class, files("results_", ".json").get(0));
  }
}
