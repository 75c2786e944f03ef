package dev.sweepline.analytics.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A table of runs and what is known of it. */
record GoldenCase(String name, JsonNode json, List<RunRow> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static GoldenCase read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      return new GoldenCase(
          file.getFileName().toString(),
          json,
          rows(file.resolveSibling(json.get("input").asText()), parameters(json, "server")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> parameters(JsonNode json, String side) {
    List<String> names = new ArrayList<>();
    json.get("parameters")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().get("side").asText().equals(side)) {
                names.add(entry.getKey());
              }
            });
    return names;
  }

  /** The table as rows of {@code runs}; its columns have the same names where both have them. */
  private static List<RunRow> rows(Path csv, List<String> parameters) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    String[] header = lines.get(0).split(",", -1);
    List<RunRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        boolean text = parameters.contains(header[i]) || header[i].equals(RunsTable.VOIDED);
        String column = header[i].equals("dataset") ? RunsTable.DATASET_NAME : header[i];
        values.put(column, text || !isNumber(cells[i]) ? cells[i] : Double.valueOf(cells[i]));
      }
      rows.add(new RunRow(values));
    }
    return rows;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9.]+(e-?[0-9]+)?");
  }

  List<String> serverParameters() {
    return parameters(json, "server");
  }

  boolean isClientSide(String parameter) {
    return parameters(json, "client").contains(parameter);
  }

  String reference(String parameter) {
    return json.get("parameters").get(parameter).get("reference").asText();
  }

  Map<String, String> references() {
    Map<String, String> references = new LinkedHashMap<>();
    json.get("parameters")
        .properties()
        .forEach(
            entry -> references.put(entry.getKey(), entry.getValue().get("reference").asText()));
    return references;
  }

  JsonNode expected(String part) {
    return json.get("expected").path(part);
  }

  Levels levels() {
    JsonNode stated = json.path("levels");
    return new Levels(
        stated.path("alpha").asDouble(0.05),
        stated.path("equivalence_alpha").asDouble(0.05),
        stated.path("next_alpha").asDouble(0.05),
        stated.path("interval").asDouble(0.95));
  }

  MetricModels models(String metric) {
    ComparedMetric compared = Metrics.of(metric);
    List<RunRow> usable =
        rows.stream().filter(row -> compared.survives(row.list(RunsTable.VOIDED))).toList();
    return MetricModels.of(usable, serverParameters(), compared);
  }

  static String loadName(JsonNode load) {
    return load.asText().replace("/", " on ");
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
