package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A documented example: a line or a document of {@code docs/contracts}.
 *
 * @param text of one JSON object
 * @param line of its file, from 1; 0 for a whole document
 */
record ContractExample(Class<?> type, String file, long line, String text) {
  /** Every example there is. */
  static List<ContractExample> all() {
    List<ContractExample> all = new ArrayList<>();
    List<ContractExample> requests = lines(RequestRecord.class, "requests_*.jsonl");
    ContractExample header = requests.get(0);
    all.add(new ContractExample(RunHeader.class, header.file(), header.line(), header.text()));
    all.addAll(requests.subList(1, requests.size()));
    all.add(document(RunSummary.class, "results_*.json"));
    all.addAll(lines(Sample.class, "metrics_*.jsonl"));
    all.add(document(ServerConfig.class, "config.json"));
    all.addAll(lines(PromptLine.class, "example.jsonl"));
    all.addAll(lines(PromptLine.class, "example-chat.jsonl"));
    all.add(document(DatasetManifest.class, "*.manifest.json"));
    all.add(document(Plan.class, "plan.json"));
    all.add(document(SelfTest.class, "selftest.json"));
    all.addAll(lines(Attempt.class, "attempts.jsonl"));
    all.add(document(Status.class, "status.json"));
    all.addAll(lines(Submission.class, "submissions.jsonl"));
    return all;
  }

  /** The first example of each type in each file. */
  static List<ContractExample> firsts() {
    List<ContractExample> firsts = new ArrayList<>();
    for (ContractExample example : all()) {
      if (firsts.stream().noneMatch(example::isLike)) {
        firsts.add(example);
      }
    }
    return firsts;
  }

  private boolean isLike(ContractExample other) {
    return type == other.type && file.equals(other.file);
  }

  static <T> List<T> read(Class<T> type) {
    return all().stream()
        .filter(example -> example.type() == type)
        .map(example -> type.cast(example.read()))
        .toList();
  }

  Object read() {
    return read(text);
  }

  /** Reads another text as if it stood in this place. */
  Object read(String otherText) {
    return line == 0
        ? ContractJson.document(type, file, otherText)
        : ContractJson.current().line(type, file, line, otherText);
  }

  @Override
  public String toString() {
    return type.getSimpleName() + " " + ContractException.where(file, line);
  }

  private static ContractExample document(Class<?> type, String glob) {
    Path path = file(glob);
    return new ContractExample(type, path.getFileName().toString(), 0, text(path));
  }

  private static List<ContractExample> lines(Class<?> type, String glob) {
    Path path = file(glob);
    List<ContractExample> lines = new ArrayList<>();
    for (String text : text(path).lines().toList()) {
      lines.add(new ContractExample(type, path.getFileName().toString(), lines.size() + 1, text));
    }
    return lines;
  }

  /** The one file of a pattern. */
  static Path file(String glob) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder(), glob)) {
      List<Path> files = new ArrayList<>();
      found.forEach(files::add);
      assertThat(files).as(glob).hasSize(1);
      return files.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    URL url = ContractExample.class.getResource("/contracts");
    assertThat(url).isNotNull();
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
