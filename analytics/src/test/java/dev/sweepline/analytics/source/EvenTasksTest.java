package dev.sweepline.analytics.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvenTasksTest {
  private static List<RunSource> ofBytes(long... sizes) {
    return LongStream.of(sizes)
        .<RunSource>mapToObj(
            bytes -> new RunSource.Foreign(new SourceFile("file:/" + bytes, "" + bytes, bytes, 0)))
        .toList();
  }

  private static long bytes(List<RunSource> task) {
    return task.stream().mapToLong(RunSource::bytes).sum();
  }

  @Test
  void aLargeFileGetsATaskOfItsOwn() {
    List<List<RunSource>> tasks =
        EvenTasks.pack(ofBytes(50_000_000, 10_000_000, 20_000_000, 19_000_000), 2);
    assertThat(tasks)
        .extracting(EvenTasksTest::bytes)
        .containsExactlyInAnyOrder(50_000_000L, 49_000_000L);
  }

  @Test
  void noTaskIsEmpty() {
    assertThat(EvenTasks.pack(ofBytes(1, 2), 8)).hasSize(2).noneMatch(List::isEmpty);
  }

  @Test
  void nothingToReadIsNoTask() {
    assertThat(EvenTasks.pack(List.of(), 8)).isEmpty();
  }
}
