package dev.sweepline.analytics.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.sweepline.contract.RequestRecord;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTableTest {
  @Test
  void everyFieldOfTheContractIsAColumnInItsOrder() {
    List<String> fields =
        Arrays.stream(RequestRecord.class.getRecordComponents())
            .map(RecordComponent::getName)
            .map(new SnakeCaseStrategy()::translate)
            .toList();
    assertThat(RequestsTable.SCHEMA.fieldNames())
        .containsSubsequence(fields.toArray(String[]::new));
  }
}
