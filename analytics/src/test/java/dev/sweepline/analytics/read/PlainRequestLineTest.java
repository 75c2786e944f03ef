package dev.sweepline.analytics.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RequestRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainRequestLineTest {
  private static final int MUTANTS = 20_000;
  private static final String SYMBOLS = "0123456789\"\\,:[]{}-+.eE nulltrf\u00e9\u0001\r";

  private final PlainRequestLine plain = new PlainRequestLine();
  private final List<String> lines = exampleLines();

  @Test
  void whatTheLoadGeneratorWritesNeedsNoMapper() {
    assertThat(lines).allSatisfy(line -> assertThat(read(line)).isEqualTo(strict(line)));
  }

  /** Whatever it takes, the mapper takes too, and as the same request. */
  @Test
  void itNeverTakesWhatTheMapperWouldNot() {
    long seed = 20260131;
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS; i++) {
      String line = mutant(random);
      RequestRecord read = read(line);
      if (read != null) {
        assertThat(read).as("seed %d, line %s", seed, line).isEqualTo(strict(line));
      }
    }
  }

  private String mutant(Random random) {
    StringBuilder line = new StringBuilder(lines.get(random.nextInt(lines.size())));
    int changes = 1 + random.nextInt(2);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(line.length());
      char symbol = SYMBOLS.charAt(random.nextInt(SYMBOLS.length()));
      switch (random.nextInt(4)) {
        case 0 -> line.setCharAt(at, symbol);
        case 1 -> line.insert(at, symbol);
        case 2 -> line.deleteCharAt(at);
        default -> line.setLength(Math.max(1, at));
      }
    }
    return line.toString();
  }

  private @Nullable RequestRecord read(String line) {
    byte[] bytes = ("x" + line + "x").getBytes(UTF_8);
    return plain.read(bytes, 1, bytes.length - 1);
  }

  private static @Nullable RequestRecord strict(String line) {
    try {
      return ContractJson.current().line(RequestRecord.class, "test", 1, line);
    } catch (ContractException e) {
      return null;
    }
  }

  private static List<String> exampleLines() {
    String file = "/contracts/requests_rate10-06ecb6-r1-a1.jsonl";
    try (InputStream in =
        Objects.requireNonNull(PlainRequestLineTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
