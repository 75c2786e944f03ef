package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the load generator stored of itself decides here as it did there. */
@ExtendWith(SparkExtension.class)
class StoredClientTest {
  private static final Path CONTRACTS =
      Path.of(System.getProperty("sweepline.root")).resolve("docs/contracts");
  private static final String SUMMARY = "results_rate10-06ecb6-r1-a1.json";

  private final SparkSession spark;
  @TempDir Path sweep;

  StoredClientTest(SparkSession spark) {
    this.spark = spark;
  }

  /** The codes of the documented run, with one thing of its client told otherwise. */
  private List<String> codes(String what, String by) throws IOException {
    String text = Files.readString(CONTRACTS.resolve(SUMMARY));
    RunSummary summary = ContractJson.document(RunSummary.class, SUMMARY, text);
    Path folder = Files.createDirectories(sweep.resolve("results").resolve(summary.expId()));
    String requests = RunFiles.requests(summary.header().runName());
    Files.copy(CONTRACTS.resolve(requests), folder.resolve(requests));
    assertThat(text).contains(what);
    Files.writeString(folder.resolve(SUMMARY), text.replace(what, by));
    String results = sweep.resolve("results").toString();
    assertThat(CommandShell.run(new AggregateMain(), "--results-dir", results)).isZero();
    Row run =
        spark
            .read()
            .parquet(sweep.resolve("warehouse/batch=*/runs/*.parquet").toString())
            .collectAsList()
            .get(0);
    return List.of(run.<String>getAs("verdict_reasons").split(";"));
  }

  @Test
  void eventLoopsThatLaggedLimitTheRun() throws IOException {
    assertThat(codes("\"p90\": 112.0", "\"p90\": 40000.0")).contains("client_limited");
  }

  @Test
  void aCeilingThatWasNearMarksTheRun() throws IOException {
    assertThat(codes("\"requests_per_s\": 4000.0", "\"requests_per_s\": 15.0"))
        .contains("near_client_ceiling");
  }
}
