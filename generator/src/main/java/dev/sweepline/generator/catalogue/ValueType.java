package dev.sweepline.generator.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/**
 * What the value of an option must be; written {@code int}, or {@code int?} where {@code None} is
 * one too.
 */
public record ValueType(Basis basis, Absence absence) {
  /** Any text. */
  static final ValueType TEXT = new ValueType(Basis.TEXT, Absence.REFUSED);

  private static final String OPTIONAL = "?";

  /** The kinds of values that the parser tells apart. */
  public enum Basis {
    /** Anything. */
    TEXT,
    /** A whole number. */
    INT,
    /** A number. */
    FLOAT,
    /** A whole number, perhaps with k, K, m, M, g, G, t or T: small ones count by 1000. */
    SIZE,
    /** A size or {@code auto}. */
    SIZE_OR_AUTO,
    /** A JSON document. */
    JSON,
    /** A JSON object whose keys are known to the server. */
    OBJECT
  }

  /** Whether an option may be said to have no value. */
  public enum Absence {
    /** {@code None} is a value like any other. */
    REFUSED,
    /** {@code None} and the empty text stand for no value. */
    ACCEPTED
  }

  @JsonCreator
  static ValueType parse(String text) {
    Absence absence = text.endsWith(OPTIONAL) ? Absence.ACCEPTED : Absence.REFUSED;
    String basis = text.replace(OPTIONAL, "").toUpperCase(Locale.ROOT);
    return new ValueType(Basis.valueOf(basis), absence);
  }
}
