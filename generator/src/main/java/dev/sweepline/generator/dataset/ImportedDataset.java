package dev.sweepline.generator.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usable requests of a file of others, in its order.
 *
 * @param texts one a request
 * @param skipped requests without a prompt or an answer
 */
public record ImportedDataset(List<SourceText> texts, int skipped) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ImportedDataset {
    texts = List.copyOf(texts);
  }

  /**
   * Reads ShareGPT JSON, JSON lines of prompts, messages or lengths, or CSV with a header.
   *
   * @param column of a CSV that holds prompts; null for a trace's lengths
   * @throws UserError when it cannot be read or has nothing usable, exit code 66
   * @throws ContractException when it has another form, exit code 65
   */
  public static ImportedDataset read(Path file, @Nullable String column) {
    List<SourceText> all = all(file, column);
    List<SourceText> usable = all.stream().filter(SourceText::isUsable).toList();
    if (usable.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, file + ": holds no usable prompt");
    }
    return new ImportedDataset(usable, all.size() - usable.size());
  }

  /** Whether every prompt was given, so that none is made. */
  boolean hasText() {
    return texts.stream().allMatch(text -> text.text() != null);
  }

  private static List<SourceText> all(Path file, @Nullable String column) {
    String text = content(file);
    String name = file.toString();
    if (name.endsWith(".csv") || column != null) {
      return CsvSource.read(name, text, column);
    }
    return text.stripLeading().startsWith("[") ? array(name, text) : lines(name, text);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<SourceText> array(String file, String text) {
    List<SourceText> texts = new ArrayList<>();
    for (JsonNode item : json(file, 0, text)) {
      texts.add(JsonSource.read(file, 0, item));
    }
    return texts;
  }

  private static List<SourceText> lines(String file, String text) {
    List<SourceText> texts = new ArrayList<>();
    long number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        texts.add(JsonSource.read(file, number, json(file, number, line)));
      }
    }
    return texts;
  }

  private static JsonNode json(String file, long number, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw ContractException.at(file, number, "", "must be JSON: " + e.getOriginalMessage());
    }
  }
}
