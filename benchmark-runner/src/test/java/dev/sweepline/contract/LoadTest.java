package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.Load.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {
  private static final String OPEN =
      """
      {"kind":"open","rate":10,"arrival":"poisson","burstiness":null,"concurrency":null,\
      "max_in_flight":null,"max_connections":null,"requests":5,"duration_s":null,\
      "warmup_requests":0,"seed":1,"endpoint":"chat","max_output_tokens":null,"ignore_eos":false,\
      "connect_timeout_s":null,"first_token_timeout_s":null,"idle_timeout_s":null,\
      "total_timeout_s":null}""";
  private static final String CLOSED =
      OPEN.replace("open", "closed")
          .replace("\"rate\":10,\"arrival\":\"poisson\"", "\"rate\":null,\"arrival\":null")
          .replace("\"concurrency\":null", "\"concurrency\":4");

  @ParameterizedTest
  @CsvSource({"10, rate10", "2.5, rate2.5", "10.0, rate10", "\"inf\", rateinf", "1e-7, rate1e-7"})
  void anOpenLoadIsCalledByItsRate(String rate, String slug) {
    assertThat(read(OPEN.replace("\"rate\":10", "\"rate\":" + rate)).slug()).isEqualTo(slug);
  }

  @Test
  void aClosedLoadIsCalledByItsSlots() {
    assertThat(read(CLOSED).slug()).isEqualTo("conc4");
  }

  @Test
  void everyKeyAndTheDatasetCountForTheIdentity() {
    Load load = read(OPEN);
    assertThat(load.id("a"))
        .startsWith("rate10-")
        .isNotEqualTo(load.id("b"))
        .isNotEqualTo(load.id(null))
        .isNotEqualTo(read(OPEN.replace("\"seed\":1", "\"seed\":2")).id("a"))
        .isEqualTo(read(OPEN.replace("\"rate\":10", "\"rate\":10.0")).id("a"));
  }

  @Test
  void aYoungerKeyCountsForTheIdentityOnlyWhereItSaysSomething() {
    Load load = read(OPEN);
    assertThat(load.toBuilder().build().id("a")).isEqualTo(load.id("a"));
    assertThat(load.toBuilder().maxRetries(1).build().id("a")).isNotEqualTo(load.id("a"));
  }

  @Test
  void aRampIsCalledByItsEnds() {
    assertThat(LoadBuilder.ramp(1, 20.5, 60).requests(5).build().slug()).isEqualTo("ramp1to20.5");
  }

  @Test
  void aTraceHasItsOwnSpacing() {
    assertThatThrownBy(
            () -> LoadBuilder.trace("a".repeat(64)).requests(5).arrival(Arrival.POISSON).build())
        .hasMessage(
            "arrival: must be given exactly for an open load without a trace, got: POISSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "10", "0.25"})
  void aRatePrintsAsItIsGiven(String text) {
    assertThat(RequestRate.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "fast", "", "1e400"})
  void aRateIsAPositiveNumberOrInf(String text) {
    assertThatThrownBy(() -> RequestRate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be a number > 0 or \"inf\", got: " + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"rate\":10          | \"rate\":null         | rate: must be given for an open load without ramp or trace, and only there, got: null",
        "\"rate\":10          | \"rate\":0            | rate: must be a number > 0 or \"inf\", got: 0.0",
        "\"arrival\":\"poisson\" | \"arrival\":null   | arrival: must be given exactly for an open load without a trace, got: null",
        "\"concurrency\":null | \"concurrency\":1     | concurrency: must be given exactly for a closed load, got: 1",
        "\"requests\":5       | \"requests\":null     | requests: must be given when duration_s is not, got: null",
        "\"requests\":5       | \"requests\":0        | requests: must be >= 1, got: 0",
        "\"burstiness\":null  | \"burstiness\":0      | burstiness: must be > 0, got: 0.0",
        "\"idle_timeout_s\":null | \"idle_timeout_s\":-1 | idle_timeout_s: must be > 0, got: -1.0",
        "\"warmup_requests\":0 | \"warmup_requests\":-1 | warmup_requests: must be >= 0, got: -1",
      })
  void anOpenLoadThatMakesNoSenseIsRefused(String right, String wrong, String complaint) {
    assertThatThrownBy(() -> read(OPEN.replace(right, wrong))).hasMessage("f:1: " + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"concurrency\":4      | \"concurrency\":null   | concurrency: must be given exactly for a closed load, got: null",
        "\"burstiness\":null    | \"burstiness\":1       | burstiness: must be null for a closed load, got: 1.0",
        "\"max_in_flight\":null | \"max_in_flight\":9    | max_in_flight: must be null for a closed load, got: 9",
      })
  void aClosedLoadThatMakesNoSenseIsRefused(String right, String wrong, String complaint) {
    assertThatThrownBy(() -> read(CLOSED.replace(right, wrong))).hasMessage("f:1: " + complaint);
  }

  private static Load read(String text) {
    return ContractJson.forVersion("f", "1.0").line(Load.class, "f", 1, text);
  }
}
