package dev.sweepline.analytics.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * {@code ledger.json} of a batch.
 *
 * @param ledgerVersion of this format
 * @param batch its id
 * @param supersedes ids of the batches whose rows are here now
 * @param bytes of its tables
 * @param configColumns of its table of runs
 * @param sources whose rows are here
 */
record BatchLedger(
    int ledgerVersion,
    String batch,
    List<String> supersedes,
    long bytes,
    List<String> configColumns,
    List<LedgerEntry> sources) {
  /** Its name in the batch. */
  static final String FILE = "ledger.json";

  static final int VERSION = 1;

  /** Keys that a newer version may have added are left out. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  BatchLedger {
    supersedes = List.copyOf(supersedes);
    configColumns = List.copyOf(configColumns);
    sources = List.copyOf(sources);
  }

  static BatchLedger parse(String text) throws JsonProcessingException {
    return JSON.readValue(text, BatchLedger.class);
  }

  String json() throws JsonProcessingException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }
}
