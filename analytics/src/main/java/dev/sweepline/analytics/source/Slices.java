package dev.sweepline.analytics.source;

import dev.sweepline.contract.Packing;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Cuts sources that many tasks may read: plain files of lines. */
final class Slices {
  private Slices() {}

  /**
   * The slices of a source, in the order of the file.
   *
   * @param bytes how much of a file a task should read
   */
  static Stream<Slice> of(RunSource source, long bytes) {
    long size = source.file().bytes();
    if (size <= bytes || !isPlainLines(source)) {
      return Stream.of(Slice.whole(source));
    }
    List<Long> cuts = LongStream.range(0, size / bytes + 1).map(i -> i * bytes).boxed().toList();
    return cuts.stream().map(from -> new Slice(source, from, end(from, bytes, size)));
  }

  /** The last slice takes what a file got since it was listed. */
  private static long end(long from, long bytes, long size) {
    return from + bytes > size ? Long.MAX_VALUE : from + bytes;
  }

  private static boolean isPlainLines(RunSource source) {
    return source instanceof RunSource.Own && Packing.of(source.file().fileName()) == Packing.NONE;
  }
}
