package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapper. It is strict: an unknown key, a missing key, a null or a value of a wrong
 * type, a fractional integer, a number that is not finite, a key given twice and text behind the
 * value are all a {@link ContractException} that names the place. Every key is written, null
 * included. One instance a schema version; thread-safe.
 */
public final class ContractJson {
  private static final ContractJson CURRENT = new ContractJson(SchemaVersion.CURRENT);
  private static final String VERSION_KEY = "schema_version";

  private final SchemaVersion version;
  private final ObjectMapper mapper;

  private ContractJson(SchemaVersion version) {
    this.version = version;
    this.mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .annotationIntrospector(
                AnnotationIntrospector.pair(
                    new RecordIntrospector(version.minor()), new JacksonAnnotationIntrospector()))
            .addModule(new ContractTypes())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                version.minor() <= SchemaVersion.CURRENT.minor())
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();
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
   * Reads one line.
   *
   * @param source file name, for errors
   * @param line number from 1
   * @throws ContractException when the text does not fit the type
   */
  public <T> T line(Class<T> type, String source, long line, String text) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw JsonErrors.translate(source, line, e);
    }
  }

  /**
   * Reads a whole document; one that has a {@code schema_version} by the rules of that version.
   *
   * @param source file name, for errors
   * @throws ContractException when the text does not fit the type
   */
  public static <T> T document(Class<T> type, String source, String text) {
    try {
      String stated = statedVersion(text);
      ContractJson json = stated == null ? CURRENT : forVersion(source, stated);
      return json.mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw JsonErrors.translate(source, 0, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** The top-level version, found without binding anything; null when there is none. */
  private static @Nullable String statedVersion(String text) throws IOException {
    try (JsonParser parser = CURRENT.mapper.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(VERSION_KEY);
        JsonToken value = parser.nextToken();
        if (found) {
          return value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
        parser.skipChildren();
      }
      return null;
    }
  }
}
