package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of every contract, spoilt in every way; the cases are derived from the records. */
class ContractParserTest {
  static List<ParserCase> nulls() {
    return ParserCase.nulls();
  }

  static List<ParserCase> missing() {
    return ParserCase.missing();
  }

  static List<ParserCase> wrongTypes() {
    return ParserCase.wrongTypes();
  }

  static List<ParserCase> unknownKeys() {
    return ParserCase.unknownKeys();
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void aNullIsRefusedWhereNoneMayBe(ParserCase spoilt) {
    assertRefused(spoilt);
  }

  @ParameterizedTest
  @MethodSource("missing")
  void aMissingKeyIsRefusedEvenWhereNullMayBe(ParserCase spoilt) {
    assertRefused(spoilt);
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void aValueOfAWrongTypeIsRefused(ParserCase spoilt) {
    assertRefused(spoilt);
  }

  @ParameterizedTest
  @MethodSource("unknownKeys")
  void anUnknownKeyIsRefused(ParserCase spoilt) {
    assertRefused(spoilt);
  }

  @Test
  void everyRecordIsReached() {
    assertThat(ParserCase.spoiltTypes()).containsAll(RecordShape.allRecords());
  }

  private static void assertRefused(ParserCase spoilt) {
    ContractExample example = spoilt.example();
    assertThatThrownBy(() -> example.read(spoilt.text()))
        .isInstanceOf(ContractException.class)
        .message()
        .startsWith(example.file() + (example.line() > 0 ? ":" + example.line() : ":1"))
        .contains(": " + spoilt.complaint());
  }
}
