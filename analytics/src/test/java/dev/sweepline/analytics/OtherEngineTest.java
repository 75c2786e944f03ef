package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.RunFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spark SQL over the tables comes to the figures of the metrics and of the comparison. */
@ExtendWith(SparkExtension.class)
class OtherEngineTest {
  @TempDir static Path sweep;
  private final SparkSession spark;

  OtherEngineTest(SparkSession spark) {
    this.spark = spark;
    for (String table : List.of("requests", "runs")) {
      spark
          .read()
          .option("mergeSchema", "true")
          .parquet(sweep.resolve("warehouse/batch=*/" + table + "/*.parquet").toString())
          .createOrReplaceTempView(table);
    }
  }

  @BeforeAll
  static void aggregate() throws IOException {
    RunTree tree = new RunTree(sweep.resolve("results"));
    for (int repeat = 1; repeat <= 3; repeat++) {
      tree.finished(Map.of("max_num_seqs", 64), repeat, 5_003 + 7 * repeat);
      tree.finished(Map.of("max_num_seqs", 128), repeat, 2_501 + 11 * repeat);
    }
    tree.interrupted(Map.of("max_num_seqs", 64), 4);
    CommandShell.run(
        new AggregateMain(),
        "--results-dir",
        sweep.resolve("results").toString(),
        "--compare-param",
        "max_num_seqs",
        "--metric",
        "tpot_p50");
  }

  @ParameterizedTest
  @CsvSource({
    "ttft, ttft_us, ''",
    "service_ttft, service_ttft_us, ''",
    "e2e_latency, e2e_us, ''",
    "tpot, tpot_us, AND output_tokens > 1"
  })
  void percentilesOfRequestsAreTheMetricsOfRuns(String metric, String column, String where) {
    for (String percent : List.of("50", "90", "95", "99")) {
      List<Row> rows =
          spark
              .sql(
                  """
                  SELECT percentile(%s, 0.%s) / 1000 AS theirs, any_value(%s_p%s) AS ours
                  FROM requests JOIN runs USING (run_uid)
                  WHERE phase = 'measure' AND outcome IN ('ok', 'ok_short') %s
                  GROUP BY run_uid"""
                      .formatted(column, percent, metric, percent, where))
              .collectAsList();
      assertThat(rows)
          .hasSize(7)
          .allSatisfy(
              row ->
                  assertThat(row.<Double>getAs("theirs"))
                      .isCloseTo(row.<Double>getAs("ours"), within(1e-9)));
    }
  }

  @Test
  void aGroupedCountIsThatOfTheComparison() throws IOException {
    Map<String, Long> counted = new HashMap<>();
    spark
        .sql(
            "SELECT CAST(max_num_seqs AS BIGINT), count(*) FROM runs WHERE verdict <> 'invalid' GROUP BY 1")
        .collectAsList()
        .forEach(row -> counted.put(String.valueOf(row.get(0)), row.getLong(1)));
    JsonNode values =
        new ObjectMapper()
            .readTree(sweep.resolve("results").resolve(RunFiles.VIZ_JSON).toFile())
            .at("/comparisons/0/values");
    Map<String, Long> compared = new HashMap<>();
    values.forEach(value -> compared.put(value.get("value").asText(), value.get("runs").asLong()));
    assertThat(compared).isEqualTo(counted).containsEntry("64", 3L);
  }
}
