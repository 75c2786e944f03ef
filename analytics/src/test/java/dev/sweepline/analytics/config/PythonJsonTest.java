package dev.sweepline.analytics.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.9|0.9",
        "1.0|1.0",
        "1e5|100000.0",
        "1e16|1e+16",
        "1e15|1000000000000000.0",
        "0.0001|0.0001",
        "0.00001|1e-05",
        "2e23|2e+23",
        "1.5e300|1.5e+300",
        "-0.0|-0.0",
        "123456789.123|123456789.123",
        "5e-324|5e-324"
      })
  void aFloatReadsAsPythonWritesIt(String json, String expected) throws IOException {
    assertThat(PythonJson.dumps(JSON.readTree(json))).isEqualTo(expected);
  }

  @Test
  void keysAreSortedAndTextIsAscii() throws IOException {
    assertThat(PythonJson.dumps(JSON.readTree("{\"b\":[1,true,null],\"a\":\"é\\n\\u007f\"}")))
        .isEqualTo("{\"a\": \"\\u00e9\\n\\u007f\", \"b\": [1, true, null]}");
  }

  @Test
  void theIdIsTheStartOfTheMd5() throws IOException {
    // echo -n '{"a": 1}' | md5sum
    assertThat(PythonJson.id(JSON.readTree("{\"a\":1}"))).isEqualTo("42b7b4f2");
  }

  @Test
  void anyDocumentIsWrittenAsPythonWritesIt() throws IOException, InterruptedException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      documents.add(document(random, 3));
    }
    List<String> python = python(documents);
    for (int i = 0; i < documents.size(); i++) {
      assertThat(PythonJson.dumps(JSON.readTree(documents.get(i))))
          .as("seed %d, document %s", seed, documents.get(i))
          .isEqualTo(python.get(i));
    }
  }

  private static List<String> python(List<String> documents)
      throws IOException, InterruptedException {
    String script =
        "import json,sys\nfor line in sys.stdin.buffer:\n"
            + "    print(json.dumps(json.loads(line.decode()), sort_keys=True))";
    Process process;
    try {
      process = new ProcessBuilder("python3", "-c", script).start();
    } catch (IOException e) {
      Assumptions.abort("python3");
      throw e;
    }
    process.getOutputStream().write(String.join("\n", documents).getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text.lines().toList();
  }

  private static String document(Random random, int depth) throws IOException {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
      case 1 -> number(Double.longBitsToDouble(random.nextLong()));
      case 2 -> number(random.nextInt(100_000) / Math.pow(10, random.nextInt(9)));
      case 3 -> JSON.writeValueAsString(text(random));
      case 4 -> random.nextBoolean() ? "true" : "null";
      case 5 -> "12345678901234567890123" + random.nextInt(10);
      case 6 -> "[" + document(random, depth - 1) + "," + document(random, depth - 1) + "]";
      default ->
          "{%s:%s,%s:%s}"
              .formatted(
                  JSON.writeValueAsString("a" + text(random)),
                  document(random, depth - 1),
                  JSON.writeValueAsString("b" + text(random)),
                  document(random, depth - 1));
    };
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "0.5";
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x1F600);
      text.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'x' : point);
    }
    return text.toString();
  }
}
