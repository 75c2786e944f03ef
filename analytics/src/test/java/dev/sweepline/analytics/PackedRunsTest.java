package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A finished run of 100 requests whose writer packed its files, or was stopped while it did. */
@ExtendWith(SparkExtension.class)
class PackedRunsTest {
  private final SparkSession spark;
  @TempDir Path sweep;
  private Path plain = Path.of("");

  PackedRunsTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void writeRun() throws IOException {
    plain = new RunTree(sweep.resolve("results")).finished(Map.of("max_num_seqs", 64), 1, 5_000);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aPackedRunIsReadLikeAPlainOne(Packing packing) throws IOException {
    Files.write(packed(packing), content(packing));
    Files.delete(plain);
    assertReadOnceAndWhole();
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aRunThatIsThereTwiceIsReadOnce(Packing packing) throws IOException {
    Files.write(packed(packing), content(packing));
    assertReadOnceAndWhole();
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aPackedFileThatWasBegunIsNotRead(Packing packing) throws IOException {
    byte[] whole = content(packing);
    String name = ".%s.77.tmp".formatted(packed(packing).getFileName());
    Files.write(plain.resolveSibling(name), Arrays.copyOf(whole, whole.length / 2));
    assertReadOnceAndWhole();
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aPackedFileThatIsCutIsOneRejectAndNeverTheEndOfTheJob(Packing packing) throws IOException {
    byte[] whole = content(packing);
    Files.write(packed(packing), Arrays.copyOf(whole, whole.length / 2));
    Files.delete(plain);
    assertThat(aggregate()).isZero();
    assertThat(table("rejected")).hasSize(1);
  }

  private void assertReadOnceAndWhole() {
    assertThat(aggregate()).isZero();
    assertThat(table("requests")).hasSize(100);
    assertThat(table("runs"))
        .singleElement()
        .satisfies(
            run -> assertThat((String) run.getAs("verdict_reasons")).isEqualTo("few_samples"));
    assertThat(table("rejected")).isEmpty();
  }

  private Path packed(Packing packing) {
    return plain.resolveSibling(packing.packedName(plain.getFileName().toString()));
  }

  private byte[] content(Packing packing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        packing == Packing.ZSTD ? new ZstdOutputStream(bytes) : new GZIPOutputStream(bytes)) {
      Files.copy(plain, out);
    }
    return bytes.toByteArray();
  }

  private int aggregate() {
    return CommandShell.run(
        new AggregateMain(), "--results-dir", sweep.resolve("results").toString());
  }

  private List<Row> table(String name) {
    return spark
        .read()
        .parquet(sweep.resolve("warehouse/batch=*/" + name + "/*.parquet").toString())
        .collectAsList();
  }
}
