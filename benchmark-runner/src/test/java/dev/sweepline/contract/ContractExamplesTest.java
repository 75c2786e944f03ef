package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractExamplesTest {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  private final RunHeader header = ContractExample.read(RunHeader.class).get(0);
  private final RunSummary summary = ContractExample.read(RunSummary.class).get(0);
  private final Plan plan = ContractExample.read(Plan.class).get(0);
  private final DatasetManifest manifest = ContractExample.read(DatasetManifest.class).get(0);
  private final ServerConfig config = ContractExample.read(ServerConfig.class).get(0);
  private final List<RequestRecord> requests = ContractExample.read(RequestRecord.class);

  static List<ContractExample> examples() {
    return ContractExample.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleReadsAndIsWrittenAsItStands(ContractExample example)
      throws JsonProcessingException {
    Object value = example.read();
    String written = ContractJson.current().line(value);
    assertThat(PLAIN.readTree(written).toString())
        .isEqualTo(PLAIN.readTree(example.text()).toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsWrittenReadsAsTheSameValue(ContractExample example) {
    Object value = example.read();
    assertThat(example.read(ContractJson.current().line(value))).isEqualTo(value);
    assertThat(example.read(ContractJson.current().document(value))).isEqualTo(value);
  }

  @Test
  void theRunIsNamedByItsLoadAndItsFiles() {
    assertThat(header.runName().load()).isEqualTo(header.load().id(header.dataset().sha256()));
    assertThat(ContractExample.file(RunFiles.requests(header.runName()))).exists();
    assertThat(ContractExample.file(RunFiles.summary(header.runName()))).exists();
    assertThat(ContractExample.file(RunFiles.samples(header.runName()))).exists();
  }

  @Test
  void theExperimentIsNamedByItsConfiguration() {
    assertThat(header.config()).isEqualTo(config);
    assertThat(header.expId()).isEqualTo(config.experimentId());
    assertThat(plan.experiments()).extracting(Plan.Experiment::expId).contains(header.expId());
    assertThat(ContractExample.read(Attempt.class))
        .extracting(Attempt::expId)
        .containsOnly(header.expId());
    assertThat(ContractExample.read(Status.class).get(0).expId()).isEqualTo(header.expId());
  }

  @Test
  void theSummaryRepeatsTheHeaderAndCountsTheRequests() {
    assertThat(summary.header()).isEqualTo(header);
    summary
        .counts()
        .forEach(
            (outcome, count) ->
                assertThat(requests)
                    .filteredOn(request -> request.outcome() == outcome)
                    .hasSize(count));
    assertThat(summary.counts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(requests.size());
  }

  @Test
  void theSamplesAreOfTheRun() {
    assertThat(ContractExample.read(Sample.class))
        .extracting(Sample::runUid)
        .containsOnly(header.runUid());
  }

  @Test
  void theDatasetIsTheOneThatTheRunNames() throws IOException, NoSuchAlgorithmException {
    Path file = ContractExample.file(manifest.file());
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(manifest.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(header.dataset())
        .isEqualTo(
            new DatasetRef(
                manifest.name(), manifest.sha256(), manifest.prompts(), manifest.tokenizer()));
    assertThat(plan.dataset()).isEqualTo(header.dataset());
    List<PromptLine> prompts = promptsIn(manifest.file());
    assertThat(prompts).hasSize(manifest.prompts());
    assertThat(prompts).extracting(PromptLine::id).containsAll(promptsSent());
  }

  private static List<PromptLine> promptsIn(String file) {
    return ContractExample.all().stream()
        .filter(example -> example.file().equals(file))
        .map(example -> (PromptLine) example.read())
        .toList();
  }

  private List<String> promptsSent() {
    return requests.stream().map(RequestRecord::promptId).toList();
  }

  @Test
  void theRequestsAreWhatTheLoadAskedFor() {
    assertThat(inPhase(Phase.MEASURE)).isEqualTo(header.load().requests());
    assertThat(inPhase(Phase.WARMUP)).isEqualTo(header.load().warmupRequests());
  }

  private int inPhase(Phase phase) {
    return Math.toIntExact(requests.stream().filter(r -> r.phase() == phase).count());
  }
}
