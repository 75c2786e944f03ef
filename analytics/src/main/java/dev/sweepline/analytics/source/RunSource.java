package dev.sweepline.analytics.source;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the requests of one run are. */
public sealed interface RunSource extends Serializable {
  /** The file with the requests. */
  SourceFile file();

  /** Bytes to read. */
  long bytes();

  /** All its files, the one with the requests first. */
  List<SourceFile> files();

  /**
   * The same source under another name; its files lie in one folder.
   *
   * @param name of the file with the requests, ending in its file name
   */
  RunSource named(String name);

  /**
   * A run of this project.
   *
   * @param file header and request lines
   * @param summary null when the run has none
   * @param samples likewise
   */
  record Own(SourceFile file, @Nullable SourceFile summary, @Nullable SourceFile samples)
      implements RunSource {
    @Override
    public long bytes() {
      return file.bytes() + bytes(summary) + bytes(samples);
    }

    private static long bytes(@Nullable SourceFile file) {
      return file == null ? 0 : file.bytes();
    }

    @Override
    public List<SourceFile> files() {
      return Stream.of(file, summary, samples).filter(Objects::nonNull).toList();
    }

    @Override
    public RunSource named(String name) {
      String folder = name.substring(0, name.length() - file.fileName().length());
      return new Own(
          file.in(folder),
          summary == null ? null : summary.in(folder),
          samples == null ? null : samples.in(folder));
    }
  }

  /**
   * A result file of another tool: one JSON document.
   *
   * @param file the document
   */
  record Foreign(SourceFile file) implements RunSource {
    @Override
    public long bytes() {
      return file.bytes();
    }

    @Override
    public List<SourceFile> files() {
      return List.of(file);
    }

    @Override
    public RunSource named(String name) {
      return new Foreign(file.in(name.substring(0, name.length() - file.fileName().length())));
    }
  }
}
