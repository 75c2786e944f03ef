package dev.sweepline.analytics.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {
  @ParameterizedTest
  @CsvSource({
    "8192.0,8192",
    "0.9,0.9",
    "-3.0,-3",
    "Infinity,inf",
    "0.1234567890123,0.1234567890123"
  })
  void aNumberReadsAsPeopleWriteIt(double value, String expected) {
    assertThat(PlainNumber.format(value)).isEqualTo(expected);
  }
}
