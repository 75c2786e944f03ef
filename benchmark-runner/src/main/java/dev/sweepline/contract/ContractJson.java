package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapper. It is strict: an unknown key, a missing key, a null or a value of a wrong
 * type, a fractional integer, a number that is not finite, a key given twice and text behind the
 * value are all a {@link ContractException} that names the place. Every key is written, null
 * included. One instance a schema version; thread-safe.
 */
public final class ContractJson {
  private static final int ANY_NEWER_MINOR = SchemaVersion.CURRENT.minor() + 1;
  private static final Map<Integer, ObjectMapper> MAPPERS = new ConcurrentHashMap<>();
  private static final ContractJson CURRENT = new ContractJson(SchemaVersion.CURRENT);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** No line number is known: the text is a document of its own. */
  private static final long WHOLE_DOCUMENT = 0;

  private final SchemaVersion version;
  private final ObjectMapper mapper;
  private final JsonErrors errors;

  private ContractJson(SchemaVersion version) {
    int minor = Math.min(version.minor(), ANY_NEWER_MINOR);
    this.version = version;
    this.mapper = MAPPERS.computeIfAbsent(minor, ContractMapper::of);
    this.errors = new JsonErrors(mapper, minor);
  }

  /** For what this build writes. */
  public static ContractJson current() {
    return CURRENT;
  }

  /**
   * For the lines of a file whose header says {@code schema_version}.
   *
   * @param source file name, for errors
   * @throws ContractException when the version cannot be read, exit code 64 for another major
   */
  public static ContractJson forVersion(String source, String schemaVersion) {
    SchemaVersion version = SchemaVersion.parse(source, schemaVersion);
    return version.equals(SchemaVersion.CURRENT) ? CURRENT : new ContractJson(version);
  }

  /**
   * What a reader should be told once about a file of this version.
   *
   * @return null when there is nothing to tell
   */
  public @Nullable String note() {
    return version.minor() > SchemaVersion.CURRENT.minor()
        ? "schema_version %s is newer than %s: unknown keys are ignored"
            .formatted(version, SchemaVersion.CURRENT)
        : null;
  }

  /**
   * Reads one line; one that has a {@code schema_version} by the rules of that version, any other
   * by those of this instance.
   *
   * @param source file name, for errors
   * @param line number from 1
   * @throws ContractException when the text does not fit the type
   */
  public <T> T line(Class<T> type, String source, long line, String text) {
    ContractJson json = ContractKey.stateVersion(type) ? stated(source, line, text) : this;
    return json.bind(type, source, line, text);
  }

  /**
   * Reads a whole document; one that has a {@code schema_version} by the rules of that version.
   *
   * @param source file name, for errors
   * @throws ContractException when the text does not fit the type
   */
  public static <T> T document(Class<T> type, String source, String text) {
    ContractJson json =
        ContractKey.stateVersion(type) ? stated(source, WHOLE_DOCUMENT, text) : CURRENT;
    return json.bind(type, source, WHOLE_DOCUMENT, text);
  }

  /**
   * Reads a file that holds one document.
   *
   * @throws UserError when there is no such file, exit code 66
   * @throws ContractException when its content does not fit the type
   */
  public static <T> T read(Class<T> type, Path file) {
    try {
      return document(type, file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw ContractException.at(file.toString(), WHOLE_DOCUMENT, "", "must be UTF-8 text");
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** One line of JSON, without a newline. */
  public String line(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An indented document with a newline at its end. */
  public String document(Object value) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  private <T> T bind(Class<T> type, String source, long line, String text) {
    if (text.isBlank()) {
      throw ContractException.at(source, line, "", "is empty, must be a JSON object");
    }
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw ContractException.at(
          source, line, "", "starts with a byte order mark; save it as UTF-8 without one");
    }
    try {
      @Nullable T value = mapper.readValue(text, type);
      if (value != null) {
        return value;
      }
    } catch (JsonProcessingException e) {
      throw refused(source, line, text, errors.explain(type, text, e));
    }
    throw refused(
        source, line, text, new Complaint(JsonPointer.empty(), "must be an object, got: null"));
  }

  private ContractException refused(String source, long line, String text, Complaint complaint) {
    long at = line == WHOLE_DOCUMENT ? errors.lineOf(text, complaint) : line;
    return ContractException.at(source, at, complaint.key(), complaint.rule());
  }

  /** For the version that a text states at its top level; the current one when it states none. */
  private static ContractJson stated(String source, long line, String text) {
    try (JsonParser parser = CURRENT.mapper.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(ContractKey.SCHEMA_VERSION);
        JsonToken value = parser.nextToken();
        if (found && value == JsonToken.VALUE_STRING) {
          return forVersion(ContractException.where(source, line), parser.getText());
        }
        parser.skipChildren();
      }
      return CURRENT;
    } catch (IOException e) {
      // Binding meets the same text again and says what is wrong with it.
      return CURRENT;
    }
  }
}
