package dev.sweepline.analytics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.cli.CommandShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A thousand result files, each spoiled in one way, beside a good one. */
@ExtendWith(SparkExtension.class)
class MutatedFilesTest {
  private static final int FILES = 1_000;
  private static final long SEED = 20260131;
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final int GOOD_REQUESTS = 100;

  private final SparkSession spark;
  @TempDir Path sweep;

  MutatedFilesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void noFileEndsTheJobAndEachLineIsARowOrAReject() throws IOException {
    Path results = sweep.resolve("results");
    Path good = new RunTree(results).finished(Map.of("max_num_seqs", 64), 1, 5_000);
    byte[] own = Files.readAllBytes(good);
    byte[] foreign = original().getBytes(ISO_8859_1);
    Random random = new Random(SEED);
    Set<String> unreadable = new HashSet<>();
    for (int i = 0; i < FILES; i++) {
      Mutation mutation = MUTATIONS.get(i % MUTATIONS.size());
      Path folder = Files.createDirectories(results.resolve("exp_%04d".formatted(i)));
      boolean isForeign = i % 2 == 0;
      Path file =
          folder.resolve(isForeign ? "results_" + i + ".json" : good.getFileName().toString());
      if (mutation == Mutation.FOLDER) {
        Files.createDirectory(file);
        continue;
      }
      byte[] spoiled = mutation.of(isForeign ? foreign : own, random);
      Files.write(file, spoiled);
      if (!isForeign && firstLine(spoiled).equals(firstLine(own))) {
        continue;
      }
      unreadable.add(results.relativize(file).toString());
    }

    int exit = CommandShell.run(new AggregateMain(), "--results-dir", results.toString());

    assertThat(exit).as("seed %d", SEED).isZero();
    List<Row> rejected = table("rejected");
    Set<String> accounted =
        rejected.stream().map(row -> (String) row.getAs("file")).collect(Collectors.toSet());
    table("runs").forEach(row -> accounted.add(row.getAs("source")));
    assertThat(accounted).as("seed %d", SEED).containsAll(unreadable);
    assertThat(rejected)
        .as("seed %d", SEED)
        .allSatisfy(row -> assertThat((String) row.getAs("reason")).isNotBlank());
    assertThat(
            spark
                .read()
                .parquet(glob("requests"))
                .join(spark.read().parquet(glob("runs")).select("run_uid", "source"), "run_uid")
                .where("source = '%s'".formatted(results.relativize(good)))
                .count())
        .isEqualTo(GOOD_REQUESTS);
  }

  private List<Row> table(String name) {
    return spark.read().parquet(glob(name)).collectAsList();
  }

  private String glob(String table) {
    return sweep.resolve("warehouse/batch=*/" + table + "/*.parquet").toString();
  }

  private static String firstLine(byte[] file) {
    return new String(file, ISO_8859_1).lines().findFirst().orElse("");
  }

  private static String original() {
    String record =
        """
        {"prompt": "p", "prompt_length": 1, "output_length": 5, "ttft": 0.01,
         "end_to_end_latency": 0.1, "success": true, "error_msg": null,
         "tokens_per_second": 40.0, "inter_token_latency": 0.02}""";
    return """
        {"config_hash": "abc", "num_requests": 20, "request_rate": 10.0,
         "dataset_name": "d", "timestamp": "2026-01-01T00:00:00", "successful_requests": 20,
         "failed_requests": 0, "total_time": 2.1, "request_metrics": [%s]}
        """
        .formatted(
            Arrays.stream(new int[20]).mapToObj(i -> record).collect(Collectors.joining(",")));
  }
}
