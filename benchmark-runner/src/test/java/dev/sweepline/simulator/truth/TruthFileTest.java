package dev.sweepline.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthFileTest {
  private static final int THREADS = 4;
  private static final int LINES = 10_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void noLineOfManyThreadsIsLostOrTorn() throws Exception {
    Path path = folder.resolve("truth.jsonl");
    try (TruthFile file = TruthFile.open(path)) {
      List<Thread> threads =
          IntStream.range(0, THREADS).mapToObj(i -> new Thread(() -> fill(file, i))).toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }

    List<String> lines = Files.readAllLines(path);
    assertThat(lines).hasSize(THREADS * LINES).doesNotHaveDuplicates();
    assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void aFileThatIsThereIsContinued() throws Exception {
    Path path = folder.resolve("truth.jsonl");
    for (int i = 0; i < 2; i++) {
      try (TruthFile file = TruthFile.open(path)) {
        file.add(line(i));
      }
    }

    assertThat(Files.readAllLines(path)).hasSize(2);
  }

  private static void fill(TruthLog log, int thread) {
    IntStream.range(0, LINES).forEach(i -> log.add(line(thread * LINES + i)));
  }

  private static TruthLine line(int arrival) {
    return new TruthLine(
        "id",
        arrival,
        "/v1/completions",
        1,
        2,
        null,
        null,
        null,
        null,
        1,
        0,
        "ok",
        List.of(),
        1,
        1);
  }
}
