package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRecordTest {
  private static final int RECORDS = 500;
  private static final String LINE =
      """
      {"request_id":"r-1","index":0,"prompt_id":"p","phase":"measure","endpoint":"http://h:1",\
      "scheduled_us":100,"admitted_us":110,"sent_us":120,"headers_us":130,"first_event_us":140,\
      "first_token_us":150,"first_answer_us":160,"last_token_us":170,"end_us":180,\
      "prompt_tokens":5,"output_tokens":3,"token_source":"usage","events":3,\
      "requested_output_tokens":3,"finish_reason":"length","gaps_us":[9,11],"gap_tokens":[1,1],\
      "outcome":"ok","http_status":200,"retries":0,"error":null}""";

  @RepeatedTest(20)
  void anyRecordReadsAsItWasWritten(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    RequestRecords records = new RequestRecords(seed);
    for (int i = 0; i < RECORDS; i++) {
      RequestRecord written = records.next();
      String line = ContractJson.current().line(written);
      assertThat(line).doesNotContain("\n");
      assertThat(read(line)).as("seed %d, record %d", seed, i).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"index\":0           | \"index\":-1          | index: must be >= 0, got: -1",
        "\"admitted_us\":110   | \"admitted_us\":99    | admitted_us: must be >= 100, got: 99",
        "\"sent_us\":120       | \"sent_us\":109       | sent_us: must be >= 110, got: 109",
        "\"headers_us\":130    | \"headers_us\":119    | headers_us: must be >= 120, got: 119",
        "\"first_event_us\":140 | \"first_event_us\":9 | first_event_us: must be >= 120, got: 9",
        "\"first_token_us\":150 | \"first_token_us\":139 | first_token_us: must be >= 140, got: 139",
        "\"first_answer_us\":160 | \"first_answer_us\":149 | first_answer_us: must be >= 150, got: 149",
        "\"last_token_us\":170 | \"last_token_us\":149 | last_token_us: must be >= 150, got: 149",
        "\"end_us\":180        | \"end_us\":169        | end_us: must be >= 170, got: 169",
        "\"last_token_us\":170 | \"last_token_us\":null | last_token_us: must be given with first_token_us, got: null",
        "\"first_token_us\":150 | \"first_token_us\":null | gaps_us: must be empty without first_token_us, got: [9, 11]",
        "\"output_tokens\":3   | \"output_tokens\":0   | output_tokens: must be >= 1 for a success, got: 0",
        "\"output_tokens\":3   | \"output_tokens\":null | token_source: must be given exactly with output_tokens, got: USAGE",
        "\"gaps_us\":[9,11]    | \"gaps_us\":[9]       | gaps_us: must hold one gap less than events, or none, got: [9]",
        "\"gaps_us\":[9,11]    | \"gaps_us\":[9,-1]    | gaps_us: must be >= 0, got: -1",
        "\"gap_tokens\":[1,1]  | \"gap_tokens\":[1]    | gap_tokens: must be as long as gaps_us, got: [1]",
        "\"gaps_us\":[9,11]    | \"gaps_us\":[9,1.5]   | gaps_us[1]: must be an integer, got: 1.5",
        "\"gaps_us\":[9,11]    | \"gaps_us\":[9,\"1\"] | gaps_us[1]: must be an integer, got: \"1\"",
        "\"gaps_us\":[9,11]    | \"gaps_us\":[9,null]  | gaps_us[1]: must not be null",
        "\"gaps_us\":[9,11]    | \"gaps_us\":[9,3000000000] | gaps_us[1]: must be from -2147483648 to 2147483647, got: 3000000000",
        "\"outcome\":\"ok\"    | \"outcome\":\"not_sent\" | sent_us: must be null for not_sent, got: 120",
        "\"error\":null        | \"error\":\"why\"     | error: must be null for a success, got: why",
        "\"index\":0           | \"index\":NaN         | index: must be a finite number, got: NaN",
      })
  void aLineThatCannotBeTrueIsRefused(String right, String wrong, String complaint) {
    assertThat(LINE).contains(right);
    assertThatThrownBy(() -> read(LINE.replace(right, wrong))).hasMessage("f:2: " + complaint);
  }

  private static RequestRecord read(String line) {
    return ContractJson.current().line(RequestRecord.class, "f", 2, line);
  }
}
