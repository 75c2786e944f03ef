package dev.sweepline.generator.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/** A text with {@code {{names}}} in it. A name without a value is an error, never an empty text. */
final class Template {
  private static final char NO_ESCAPE = '\u0001';

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  static Template resource(String name) {
    try (InputStream stream = Template.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Template of(String text) {
    return new Template(text);
  }

  /** The text as it stands. */
  String text() {
    return text;
  }

  /** The text with all names replaced; what looks like a name inside a value stays as it is. */
  String fill(Map<String, String> values) {
    return new StringSubstitutor(values, "{{", "}}", NO_ESCAPE)
        .setValueDelimiter("")
        .setEnableUndefinedVariableException(true)
        .setDisableSubstitutionInValues(true)
        .replace(text);
  }
}
