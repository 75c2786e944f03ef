package dev.sweepline.analytics.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.analytics.config.ConfigCatalog;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.source.Slice;
import dev.sweepline.analytics.source.SourceFile;
import dev.sweepline.contract.RequestRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose file has broken lines among the good ones, cut at any bytes. */
class SlicedRunTest {
  private static final int SPLITS = 200;
  private static final String NAME = "requests_rate10-06ecb6-r1-a1.jsonl";

  @TempDir Path folder;
  private Path file = Path.of("");

  /** What reading gives, whoever reads it. */
  private record Read(List<RequestRecord> requests, List<Reject> rejects) {
    static Read nothing() {
      return new Read(new ArrayList<>(), new ArrayList<>());
    }
  }

  @BeforeEach
  void writeFile() throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(SlicedRunTest.class.getResourceAsStream("/contracts/" + NAME))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
    }
    lines.add(3, "{\"request_id\":\"cut");
    lines.add(7, "");
    lines.add("[\u00e9]");
    file = Files.writeString(folder.resolve(NAME), String.join("\n", lines) + "\n");
  }

  @Test
  void anySplitGivesWhatTheWholeGives() throws IOException {
    Read whole = read(List.of(Slice.whole(source())));
    assertThat(whole.rejects()).hasSize(3);
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < SPLITS; i++) {
      List<Slice> slices = split(random);
      assertThat(read(slices)).as("seed %d, split %s", seed, slices).isEqualTo(whole);
    }
  }

  @Test
  void aCutAtEachEdgeOfALineLosesNothing() throws IOException {
    Read whole = read(List.of(Slice.whole(source())));
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 1; at < bytes.length; at++) {
      if (bytes[at] == '\n' || bytes[at - 1] == '\n') {
        List<Slice> slices =
            List.of(new Slice(source(), 0, at), new Slice(source(), at, Long.MAX_VALUE));
        assertThat(read(slices)).as("cut at %d", at).isEqualTo(whole);
      }
    }
  }

  private List<Slice> split(Random random) throws IOException {
    TreeSet<Long> cuts = new TreeSet<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      cuts.add(1 + random.nextLong(Files.size(file) - 1));
    }
    List<Slice> slices = new ArrayList<>();
    long from = 0;
    for (long cut : cuts) {
      slices.add(new Slice(source(), from, cut));
      from = cut;
    }
    slices.add(new Slice(source(), from, Long.MAX_VALUE));
    return slices;
  }

  private Read read(List<Slice> slices) throws IOException {
    Read read = Read.nothing();
    RunReader reader =
        new RunReader(new Configuration(), ConfigCatalog.none(), read.rejects()::add);
    for (Slice slice : slices) {
      try (RunReading run = reader.open(slice).orElseThrow()) {
        for (RequestRecord next = run.next(); next != null; next = run.next()) {
          read.requests().add(next);
        }
      }
    }
    return read;
  }

  private RunSource source() throws IOException {
    return new RunSource.Own(
        new SourceFile(file.toUri().toString(), "exp/" + NAME, Files.size(file), 0), null, null);
  }
}
