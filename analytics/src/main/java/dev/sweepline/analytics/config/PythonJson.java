package dev.sweepline.analytics.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * JSON as Python's {@code json.dumps(value, sort_keys=True)} writes it, byte for byte, so that ids
 * which are hashes of that text can be told again.
 */
final class PythonJson {
  private static final int ID_DIGITS = 8;
  private static final String ITEM_SEPARATOR = ", ";
  private static final String KEY_SEPARATOR = ": ";

  /** Python sorts by code point; Java's own order puts surrogates before U+E000. */
  private static final Comparator<Map.Entry<String, JsonNode>> BY_CODE_POINT =
      Comparator.comparing(
          Map.Entry::getKey,
          (a, b) -> java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()));

  private final StringBuilder out = new StringBuilder();

  private PythonJson() {}

  static String dumps(JsonNode value) {
    PythonJson json = new PythonJson();
    json.write(value);
    return json.out.toString();
  }

  /** The original's id of a configuration: 8 hex digits of the MD5 over that text. */
  static String id(JsonNode config) {
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5").digest(dumps(config).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  private void write(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value);
      case ARRAY -> writeArray(value);
      case STRING -> writeString(value.textValue());
      case NUMBER -> writeNumber(value);
      case BOOLEAN -> out.append(value.booleanValue());
      case NULL -> out.append("null");
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("not a parsed JSON value: " + value.getNodeType());
    }
  }

  private void writeObject(JsonNode object) {
    List<Map.Entry<String, JsonNode>> entries =
        object.properties().stream().sorted(BY_CODE_POINT).toList();
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonNode> entry : entries) {
      out.append(separator);
      writeString(entry.getKey());
      out.append(KEY_SEPARATOR);
      write(entry.getValue());
      separator = ITEM_SEPARATOR;
    }
    out.append('}');
  }

  private void writeArray(JsonNode array) {
    out.append('[');
    Iterator<JsonNode> items = StreamSupport.stream(array.spliterator(), false).iterator();
    while (items.hasNext()) {
      write(items.next());
      out.append(items.hasNext() ? ITEM_SEPARATOR : "");
    }
    out.append(']');
  }

  private void writeNumber(JsonNode number) {
    out.append(
        number.isIntegralNumber()
            ? number.bigIntegerValue().toString()
            : PythonFloat.repr(number.doubleValue()));
  }

  private void writeString(String text) {
    out.append('"');
    text.chars().forEach(this::writeUnit);
    out.append('"');
  }

  /** A UTF-16 unit, as {@code ensure_ascii} has it. */
  private void writeUnit(int unit) {
    switch (unit) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\f' -> out.append("\\f");
      case '\b' -> out.append("\\b");
      default -> {
        if (unit >= ' ' && unit <= '~') {
          out.append((char) unit);
        } else {
          out.append("\\u%04x".formatted(unit));
        }
      }
    }
  }
}
