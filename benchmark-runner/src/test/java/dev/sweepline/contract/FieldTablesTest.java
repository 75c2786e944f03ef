package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page {@code docs/contracts/README.md} against the records. */
class FieldTablesTest {
  private static final Pattern HEADING = Pattern.compile("#+ .*: `(\\w+)`");
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|(.*)\\|(.*)\\|(.*)\\|");

  /** A row of a table; {@code nullWhen} is {@code never} or a condition. */
  record Row(String key, String type, String nullWhen) {}

  private final Map<String, List<Row>> tables = tables();

  static List<Class<?>> records() {
    return RecordShape.allRecords();
  }

  @ParameterizedTest
  @MethodSource("records")
  void aTableNamesExactlyTheKeysInTheOrderOfWriting(Class<?> type) {
    assertThat(table(type))
        .extracting(Row::key)
        .containsExactlyElementsOf(components(type).map(RecordShape::keyOf).toList());
  }

  @ParameterizedTest
  @MethodSource("records")
  void aTableNamesTheTypes(Class<?> type) {
    assertThat(table(type))
        .extracting(Row::type)
        .containsExactlyElementsOf(
            components(type)
                .map(component -> RecordShape.wordFor(component.getAnnotatedType()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("records")
  void aTableSaysWhenAKeyIsNullExactlyForThoseThatCanBe(Class<?> type) {
    assertThat(table(type))
        .extracting(row -> !row.nullWhen().equals("never"))
        .containsExactlyElementsOf(
            components(type)
                .map(component -> RecordShape.isNullable(component.getAnnotatedType()))
                .toList());
    assertThat(table(type)).extracting(Row::nullWhen).doesNotContain("");
  }

  @Test
  void noTableIsLeftOfARecordThatIsGone() {
    assertThat(tables.keySet())
        .containsExactlyInAnyOrderElementsOf(records().stream().map(Class::getSimpleName).toList());
  }

  private List<Row> table(Class<?> type) {
    return tables.getOrDefault(type.getSimpleName(), List.of());
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents());
  }

  private static Map<String, List<Row>> tables() {
    Map<String, List<Row>> tables = new LinkedHashMap<>();
    List<Row> rows = new ArrayList<>();
    for (String line : ContractExample.text(ContractExample.file("README.md")).lines().toList()) {
      Matcher heading = HEADING.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        rows = new ArrayList<>();
        tables.put(heading.group(1), rows);
      } else if (row.matches()) {
        rows.add(new Row(row.group(1), row.group(2).strip(), row.group(4).strip()));
      }
    }
    return tables;
  }
}
