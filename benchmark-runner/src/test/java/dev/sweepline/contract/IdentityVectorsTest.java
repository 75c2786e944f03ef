package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Identities against values that another implementation computed. */
class IdentityVectorsTest {
  static List<JsonNode> experiments() throws JsonProcessingException {
    return vectors("experiments");
  }

  static List<JsonNode> loads() throws JsonProcessingException {
    return vectors("loads");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void anExperimentIsNamedByItsCanonicalSettings(JsonNode vector) {
    ServerConfig config = read(ServerConfig.class, vector.get("config"));
    assertThat(CanonicalJson.of(config.identity()).text())
        .isEqualTo(vector.get("canonical").textValue());
    assertThat(config.experimentId()).isEqualTo(vector.get("exp_id").textValue());
  }

  @ParameterizedTest
  @MethodSource("loads")
  void aLoadIsNamedByItsCanonicalKeysAndItsDataset(JsonNode vector) {
    Load load =
        ContractJson.forVersion("vectors", "1.0")
            .line(Load.class, "vectors", 1, vector.get("load").toString());
    @Nullable String dataset = vector.get("dataset_sha256").textValue();
    assertThat(load.canonical(dataset).text()).isEqualTo(vector.get("canonical").textValue());
    assertThat(load.id(dataset)).isEqualTo(vector.get("id").textValue());
  }

  private static <T> T read(Class<T> type, JsonNode json) {
    return ContractJson.document(type, "identity-vectors.json", json.toString());
  }

  private static List<JsonNode> vectors(String kind) throws JsonProcessingException {
    String text = ContractExample.text(ContractExample.file("identity-vectors.json"));
    JsonNode vectors = new ObjectMapper().readTree(text).get(kind);
    return StreamSupport.stream(vectors.spliterator(), false).toList();
  }
}
