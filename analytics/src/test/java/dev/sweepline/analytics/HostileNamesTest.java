package dev.sweepline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sweepline.cli.CommandShell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Values of a sweep that try to be markup, a script, a template or a formula. */
@ExtendWith(SparkExtension.class)
class HostileNamesTest {
  private static final AtomicInteger ASKED = new AtomicInteger();

  @TempDir static Path sweep;
  private static HttpServer server;
  private static String page = "";
  private static String csv = "";

  @BeforeAll
  static void aggregate() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), /* backlog= */ 0);
    server.createContext(
        "/",
        exchange -> {
          ASKED.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    String there = "http://127.0.0.1:" + server.getAddress().getPort();
    RunTree tree = new RunTree(sweep.resolve("results"));
    tree.finished(
        Map.of(
            "all2all_backend",
            "</script><script>document.title='owned'</script><img src='" + there + "/img'>"),
        1,
        5_000);
    tree.finished(
        Map.of(
            "all2all_backend", "<!--<script>${policy} \u2028 <link rel=icon href=" + there + ">"),
        1,
        6_000);
    tree.finished(Map.of("all2all_backend", "=HYPERLINK(\"" + there + "\")"), 1, 7_000);
    assertThat(
            CommandShell.run(
                new AggregateMain(),
                "--results-dir",
                sweep.resolve("results").toString(),
                "--compare-param",
                "all2all_backend"))
        .isZero();
    page = Files.readString(sweep.resolve("results/report.html"));
    csv = Files.readString(sweep.resolve("results/experiment_results.csv"));
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void aFormulaIsTextInTheCsv() {
    assertThat(csv).contains("\"'=HYPERLINK(").doesNotContain(",=HYPERLINK", "\"=HYPERLINK");
  }

  @Test
  void noValueEndsTheElementThatItIsIn() {
    assertThat(page).doesNotContain("</script><script>document", "<!--<script>", "\u2028");
  }

  @Test
  void aValueThatLooksLikeAVariableStaysAsItIs() {
    assertThat(page).contains("\\u003c!--\\u003cscript\\u003e${policy}");
  }

  @Test
  void thePageAllowsNoRequest() {
    assertThat(page)
        .contains("content=\"default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe-inline", "unsafe-eval");
  }

  @Test
  void aBrowserShowsThePageAndAsksNobody() throws IOException, InterruptedException {
    String browser =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst()
            .orElse("");
    Assumptions.assumeFalse(browser.isEmpty(), "a Chromium to open the page with");
    String shown = dom(browser);
    assertThat(shown)
        .contains("<title>Sweepline report</title>", "state-valid", "&lt;/script&gt;")
        .contains("<canvas");
    assertThat(ASKED).hasValue(0);
  }

  private static String dom(String browser) throws IOException, InterruptedException {
    Path out = sweep.resolve("dom.html");
    List<String> command =
        List.of(
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--virtual-time-budget=3000",
            "--user-data-dir=" + sweep.resolve("profile"),
            "--dump-dom",
            sweep.resolve("results/report.html").toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
