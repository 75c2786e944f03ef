package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaVersionTest {
  /** One more than that of {@link SchemaVersion#CURRENT}; an annotation takes constants only. */
  private static final int NEXT_MINOR = 2;

  /** A record of the version after this one. */
  record Growing(
      String schemaVersion, int old, @Since(minor = NEXT_MINOR) @Nullable Integer younger) {}

  /** A line without a version of its own, in a file whose header has one. */
  record Row(int old, @Since(minor = NEXT_MINOR) @Nullable Integer younger) {}

  private static final String NOW = SchemaVersion.CURRENT.toString();
  private static final String NEXT = new SchemaVersion(1, NEXT_MINOR).toString();
  private static final String FAR = new SchemaVersion(1, 99_999).toString();

  @Test
  void anotherMajorIsRefusedByName() {
    assertThatThrownBy(() -> growing("2.0", "\"old\": 1"))
        .isInstanceOfSatisfying(
            ContractException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED))
        .hasMessage(
            "f: schema_version: 2.0 cannot be read by this Sweepline, which reads 1.x;"
                + " use the version that wrote it");
  }

  @Test
  void anotherMajorOnALineIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () ->
                ContractJson.current()
                    .line(Growing.class, "f", 3, "{\"schema_version\": \"0.9\", \"old\": 1}"))
        .hasMessageStartingWith("f:3: schema_version: 0.9 cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.0.0", "v1.0", "01.0", "1.999999"})
  void aVersionHasAMajorAndAMinor(String text) {
    assertThatThrownBy(() -> ContractJson.forVersion("f", text))
        .isInstanceOfSatisfying(
            ContractException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MALFORMED))
        .hasMessageStartingWith("f: schema_version: must be MAJOR.MINOR");
  }

  @Test
  void theSameVersionRefusesAnUnknownKey() {
    assertThatThrownBy(() -> growing(NOW, "\"old\": 1, \"other\": 2"))
        .hasMessage("f:1: other: is not a known key; known and not given: younger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\": 2", "\"other\": {\"deep\": [1]}", "\"other\": null"})
  void aHigherMinorMayHaveUnknownKeys(String surplus) {
    assertThat(growing(FAR, "\"old\": 1, \"younger\": 5, " + surplus))
        .isEqualTo(new Growing(FAR, 1, 5));
  }

  @Test
  void aHigherMinorStillNeedsEveryKnownKey() {
    assertThatThrownBy(() -> growing(FAR, "\"younger\": 5, \"surplus\": 1"))
        .hasMessage("f:1: old: is missing");
  }

  @Test
  void aHigherMinorStillNeedsTheRightTypes() {
    assertThatThrownBy(() -> growing(FAR, "\"old\": \"1\", \"younger\": 5, \"surplus\": 1"))
        .hasMessage("f:1: old: must be an integer, got: \"1\"");
  }

  @Test
  void aLowerMinorLacksTheYoungerKeys() {
    assertThat(growing(NOW, "\"old\": 1")).isEqualTo(new Growing(NOW, 1, null));
  }

  @Test
  void theMinorThatBroughtAKeyMustHaveIt() {
    assertThatThrownBy(() -> growing(NEXT, "\"old\": 1")).hasMessage("f:1: younger: is missing");
  }

  @Test
  void linesFollowTheVersionOfTheirHeader() {
    assertThat(ContractJson.forVersion("f", NOW).line(Row.class, "f", 2, "{\"old\": 1}"))
        .isEqualTo(new Row(1, null));
    assertThat(
            ContractJson.forVersion("f", FAR)
                .line(Row.class, "f", 2, "{\"old\": 1, \"younger\": 2, \"surplus\": 3}"))
        .isEqualTo(new Row(1, 2));
  }

  @Test
  void onlyAHigherMinorIsWorthANote() {
    assertThat(ContractJson.forVersion("f", NOW).note()).isNull();
    assertThat(ContractJson.forVersion("f", NEXT).note())
        .isEqualTo("schema_version 1.2 is newer than 1.1: unknown keys are ignored");
  }

  @Test
  void aMissingVersionIsMissing() {
    assertThatThrownBy(() -> ContractJson.document(Growing.class, "f", "{\"old\": 1}"))
        .hasMessage("f:1: schema_version: is missing");
  }

  @Test
  void aYoungerKeyMayBeNull() {
    assertThat(RecordShape.allRecords())
        .flatExtracting(type -> Arrays.asList(type.getRecordComponents()))
        .filteredOn(component -> component.isAnnotationPresent(Since.class))
        .allMatch(component -> RecordShape.isNullable(component.getAnnotatedType()));
  }

  private static Growing growing(String version, String members) {
    return ContractJson.document(
        Growing.class, "f", "{\"schema_version\": \"%s\", %s}".formatted(version, members));
  }
}
