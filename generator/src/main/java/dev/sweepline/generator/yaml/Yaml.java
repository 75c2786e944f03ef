package dev.sweepline.generator.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads YAML into records. Unknown and repeated keys are errors that name file, line and key. */
public final class Yaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private Yaml() {}

  /**
   * Reads a file.
   *
   * @throws UserError exit code 66 when there is none, 65 when it does not fit the type
   */
  public static <T> T file(Class<T> type, Path file) {
    try {
      return read(type, file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": no such file", e);
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads a resource that belongs to a class. */
  public static <T> T resource(Class<T> type, Class<?> owner, String name) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
      }
      return read(type, name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text.
   *
   * @param source file name, for errors
   * @throws ContractException when it does not fit the type
   */
  public static <T> T read(Class<T> type, String source, String text) {
    try {
      T value = MAPPER.readValue(text, type);
      if (value == null) {
        throw ContractException.at(source, 0, "", "is empty");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw ContractException.at(source, line(e, text), String.join(".", path(e)), rule(e));
    }
  }

  private static long line(JsonProcessingException e, String text) {
    List<String> path = path(e);
    JsonLocation reached = e.getLocation();
    long behind = reached == null ? 0 : Math.max(0, reached.getLineNr());
    return path.isEmpty()
        ? behind
        : new KeyLines(text).line(path).map(Long::valueOf).orElse(behind);
  }

  private static List<String> path(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping
        ? mapping.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .toList()
        : List.of();
  }

  private static String rule(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key" + suggestion(unknown.getPropertyName(), unknown.getKnownPropertyIds());
    }
    if (e instanceof MismatchedInputException mismatch) {
      Optional<String> expected = Expected.of(mismatch);
      if (expected.isPresent()) {
        return expected.get();
      }
    }
    Throwable cause = e.getCause();
    String message =
        cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
    return String.valueOf(message).lines().findFirst().orElse("is malformed");
  }

  private static String suggestion(String typed, Collection<Object> known) {
    List<String> names = known.stream().map(String::valueOf).toList();
    return NearestName.of(typed, names).map(name -> "; did you mean " + name + "?").orElse("");
  }
}
