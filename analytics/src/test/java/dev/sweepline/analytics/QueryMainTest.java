package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions over a warehouse of one run of 100 requests. */
@ExtendWith(SparkExtension.class)
class QueryMainTest {
  @TempDir static Path sweep;

  /** What a call printed. */
  private record Answer(int exitCode, String out, String err) {}

  @BeforeAll
  static void aggregate() throws IOException {
    new RunTree(sweep.resolve("results")).finished(Map.of("max_num_seqs", 64), 1, 5_000);
    CommandShell.run(new AggregateMain(), "--results-dir", sweep.resolve("results").toString());
  }

  private Answer query(String sql, String... more) {
    List<String> args = new ArrayList<>(List.of(sql));
    args.addAll(List.of(more));
    if (!args.contains("--warehouse")) {
      args.addAll(List.of("--warehouse", sweep.resolve("warehouse").toString()));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream usualOut = System.out;
    PrintStream usualErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exitCode = CommandShell.run(new QueryMain(), args.toArray(String[]::new));
      return new Answer(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
    }
  }

  @Test
  void aTableIsAligned() {
    assertThat(query("SELECT 'a' AS name, 7 AS number UNION ALL SELECT 'long', 1000").out())
        .isEqualTo(
            """
            name  number
            ----  ------
            a          7
            long    1000
            """);
  }

  @Test
  void theTablesAreViews() {
    assertThat(query("SELECT count(*) AS n FROM requests", "--format", "csv").out())
        .isEqualTo("n\n100\n");
    assertThat(query("SELECT max_num_seqs FROM runs", "--format", "csv").out())
        .isEqualTo("max_num_seqs\n64\n");
  }

  @Test
  void whatIsUnknownIsEmptyAndInJsonNull() throws IOException {
    String sql = "SELECT CAST(NULL AS INT) AS a, 'x,y' AS b, array(1, 2) AS c";
    assertThat(query(sql, "--format", "csv").out()).isEqualTo("a,b,c\n,\"x,y\",\"[1,2]\"\n");
    JsonNode rows = new ObjectMapper().readTree(query(sql, "--format", "json").out());
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("a").isNull()).isTrue();
    assertThat(rows.get(0).get("c")).hasSize(2);
  }

  @Test
  void anAnswerWithoutRowsIsStillAnAnswer() throws IOException {
    String sql = "SELECT run FROM runs WHERE false";
    assertThat(new ObjectMapper().readTree(query(sql, "--format", "json").out())).isEmpty();
    assertThat(query(sql).out()).isEqualTo("run\n---\n");
  }

  @Test
  void aTextIsNoFormulaAndANumberStaysOne() {
    assertThat(query("SELECT '=1+1' AS a, -2 AS b", "--format", "csv").out())
        .isEqualTo("a,b\n'=1+1,-2\n");
  }

  @Test
  void aBarInACellDoesNotEndIt() {
    assertThat(query("SELECT 'a|b' AS cell", "--format", "markdown").out())
        .isEqualTo("| cell |\n| --- |\n| a\\|b |\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP VIEW runs",
        "CREATE TABLE t AS SELECT 1",
        "INSERT INTO runs SELECT * FROM runs",
        "WITH a AS (SELECT 1) INSERT INTO runs SELECT * FROM a",
        "INSERT OVERWRITE DIRECTORY '/tmp/never' USING json SELECT 1",
        "SET spark.sql.ansi.enabled = false",
        "CACHE TABLE runs",
        "FROM runs INSERT INTO runs SELECT *",
        "ADD JAR '/tmp/never.jar'"
      })
  void whateverChangesSomethingIsRefused(String sql) {
    Answer answer = query(sql);
    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE.status());
    assertThat(answer.err()).contains("the tables are only read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELEC run FROM runs",
        "SELECT ttft_p59 FROM runs",
        "SELECT 1 / 0",
        "SELECT 1; SELECT 2"
      })
  void aMistakeIsOneLine(String sql) {
    Answer answer = query(sql);
    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE.status());
    assertThat(answer.err().lines()).hasSize(1);
  }

  @Test
  void aMistypedColumnIsAnsweredWithTheNearest() {
    assertThat(query("SELECT ttft_p59 FROM runs").err()).contains("ttft_p50");
  }

  @Test
  void columnsCanBeLookedUp() {
    assertThat(query("DESCRIBE runs", "--format", "csv").out()).contains("ttft_p95,double,");
    assertThat(query("SHOW TABLES", "--format", "csv").out()).contains("requests");
  }

  @Test
  void aFolderWithoutTablesIsNamed() throws IOException {
    Path empty = Files.createDirectory(sweep.resolve("empty"));
    Answer answer = query("SELECT 1", "--warehouse", empty.toString());
    assertThat(answer.exitCode()).isEqualTo(ExitCode.NO_INPUT.status());
    assertThat(answer.err()).contains(empty.toString());
  }
}
