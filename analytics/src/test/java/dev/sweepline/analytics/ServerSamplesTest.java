package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Packing;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunResult;
import dev.sweepline.measure.ServerFacts;
import dev.sweepline.measure.Slo;
import dev.sweepline.measure.Yardstick;
import dev.sweepline.measure.verdict.ClientFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The run of {@code docs/contracts}, with its samples. */
@ExtendWith(SparkExtension.class)
class ServerSamplesTest {
  private static final Path CONTRACTS =
      Path.of(System.getProperty("sweepline.root")).resolve("docs/contracts");
  private static final RunSummary SUMMARY =
      ContractJson.read(RunSummary.class, CONTRACTS.resolve("results_rate10-06ecb6-r1-a1.json"));
  private static final String REQUESTS = RunFiles.requests(SUMMARY.header().runName());
  private static final String SAMPLES = RunFiles.samples(SUMMARY.header().runName());

  private final SparkSession spark;
  @TempDir Path sweep;

  ServerSamplesTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void copyTheRun() throws IOException {
    Files.createDirectories(folder());
    for (String name : List.of(REQUESTS, SAMPLES, RunFiles.summary(SUMMARY.header().runName()))) {
      Files.copy(CONTRACTS.resolve(name), folder().resolve(name));
    }
  }

  private Path folder() {
    return sweep.resolve("results").resolve(SUMMARY.expId());
  }

  private void aggregate() {
    String results = sweep.resolve("results").toString();
    assertThat(CommandShell.run(new AggregateMain(), "--results-dir", results)).isZero();
  }

  private List<Row> table(String name) {
    return spark
        .read()
        .parquet(sweep.resolve("warehouse/batch=*/" + name + "/*.parquet").toString())
        .collectAsList();
  }

  private Row run() {
    return table("runs").get(0);
  }

  /** The result that the load generator has at the end of this run. */
  private RunResult benched() throws IOException {
    RunAccumulator accumulator = new RunAccumulator();
    ContractJson json = ContractJson.current();
    for (String line : Files.readAllLines(folder().resolve(SAMPLES))) {
      accumulator.addSample(json.line(Sample.class, SAMPLES, 1, line));
    }
    List<String> requests = Files.readAllLines(folder().resolve(REQUESTS));
    for (String line : requests.subList(1, requests.size())) {
      accumulator.add(json.line(RequestRecord.class, REQUESTS, 1, line));
    }
    return accumulator.finish(
        new RunContext(
            SUMMARY.load(),
            MeasuredFrom.SCHEDULED,
            RunContext.Ending.FINISHED,
            null,
            new ServerFacts(SUMMARY.config(), null),
            ClientFacts.of(SUMMARY.client()),
            Yardstick.of(Slo.DEFAULT)));
  }

  private void rewrite(String file, String what, String by) throws IOException {
    Path path = folder().resolve(file);
    Files.writeString(path, Files.readString(path).replace(what, by));
  }

  @Test
  void everySampleIsARow() {
    aggregate();
    assertThat(table("server_samples"))
        .extracting(row -> row.<String>getAs("source"))
        .hasSize(10)
        .containsOnly("server", "client");
    assertThat(table("rejected")).isEmpty();
  }

  @Test
  void aRowHoldsWhatTheServerTold() {
    aggregate();
    Row first =
        table("server_samples").stream()
            .filter(row -> row.getAs("source").equals("server"))
            .filter(row -> row.<Long>getAs("at_us") == 0)
            .findFirst()
            .orElseThrow();
    assertThat((String) first.getAs("run_uid")).isEqualTo(SUMMARY.runUid());
    assertThat(first.<Double>getAs("prompt_tokens_total")).isEqualTo(4096);
    assertThat(first.getJavaMap(first.fieldIndex("cache_config")).get("block_size"))
        .isEqualTo("16");
  }

  @Test
  void theFiguresAreExactlyThoseOfTheLoadGenerator() throws IOException {
    aggregate();
    Row run = run();
    assertThat(benched().metrics())
        .allSatisfy((name, value) -> assertThat(figure(run.getAs(name))).isEqualTo(value));
    assertThat(run.<Double>getAs("prom_ttft_mean")).isNotNull();
  }

  /** Counts are whole numbers in the table. */
  private static @Nullable Object figure(@Nullable Object column) {
    return column instanceof Long count ? (Object) count.doubleValue() : column;
  }

  @Test
  void theVerdictIsThatOfTheLoadGeneratorWhateverTheServerTold() throws IOException {
    rewrite(SAMPLES, "\"enable_prefix_caching\":\"False\"", "\"enable_prefix_caching\":\"True\"");
    rewrite(SAMPLES, "\"prompt_tokens_total\":4192.0", "\"prompt_tokens_total\":12.0");
    aggregate();
    String codes =
        benched().verdict().reasons().stream()
            .map(RunSummary.Reason::code)
            .collect(Collectors.joining(";"));
    assertThat(codes).contains("knob_not_applied", "server_restarted");
    assertThat((String) run().getAs("verdict_reasons")).isEqualTo(codes);
  }

  @Test
  void aCutLineIsARejectAndTheOthersAreRows() throws IOException {
    Path file = folder().resolve(SAMPLES);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 30));
    aggregate();
    assertThat(table("server_samples")).hasSize(9);
    assertThat(table("rejected"))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.<Long>getAs("line")).isEqualTo(10);
              assertThat((String) reject.getAs("file")).endsWith(SAMPLES);
              assertThat((String) reject.getAs("raw")).startsWith("{\"schema_version\"");
            });
  }

  @Test
  void samplesOfAnotherRunAreRejectsAndTellNothing() throws IOException {
    rewrite(SAMPLES, SUMMARY.runUid(), "another");
    aggregate();
    assertThat(table("server_samples")).isEmpty();
    assertThat(table("rejected"))
        .hasSize(10)
        .allSatisfy(
            reject ->
                assertThat((String) reject.getAs("reason"))
                    .contains("run_uid: must be " + SUMMARY.runUid()));
    assertThat(run().<Object>getAs("prom_running_mean")).isNull();
  }

  @Test
  void packedSamplesAreReadLikePlainOnes() throws IOException {
    Path plain = folder().resolve(SAMPLES);
    Path packed = plain.resolveSibling(Packing.GZIP.packedName(SAMPLES));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, out);
    }
    Files.delete(plain);
    aggregate();
    assertThat(table("server_samples")).hasSize(10);
    assertThat(run().<Double>getAs("prom_running_mean")).isEqualTo(1);
  }

  @Test
  void aRunWithoutSamplesHasNoServerFigures() throws IOException {
    Files.delete(folder().resolve(SAMPLES));
    aggregate();
    assertThat(table("server_samples")).isEmpty();
    assertThat(run().<Object>getAs("prom_preemptions")).isNull();
  }

  @Test
  void aCopyOfARunBringsItsSamplesOnce() throws IOException {
    Path copy = Files.createDirectories(sweep.resolve("results/backup"));
    for (String name : List.of(REQUESTS, SAMPLES)) {
      Files.copy(folder().resolve(name), copy.resolve(name));
    }
    aggregate();
    assertThat(table("server_samples")).hasSize(10);
  }
}
