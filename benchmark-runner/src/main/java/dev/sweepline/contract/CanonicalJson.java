package dev.sweepline.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/** The canonical form (RFC 8785) of a JSON object, and its hash. Equal on every JDK. */
final class CanonicalJson {
  private final ObjectNode object;

  private CanonicalJson(ObjectNode object) {
    this.object = object;
  }

  static CanonicalJson of(Object value) {
    return new CanonicalJson(ContractJson.current().tree(value));
  }

  /** A number as RFC 8785 writes it: 10.0 is {@code 10}. */
  static String number(double value) {
    try {
      return NumberToJSON.serializeNumber(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CanonicalJson with(String key, @Nullable String value) {
    ObjectNode copy = object.deepCopy();
    copy.put(key, value);
    return new CanonicalJson(copy);
  }

  /** Without those of the keys that are null. */
  CanonicalJson withoutNulls(Collection<String> keys) {
    ObjectNode copy = object.deepCopy();
    keys.stream().filter(key -> copy.path(key).isNull()).forEach(copy::remove);
    return new CanonicalJson(copy);
  }

  String text() {
    try {
      return new JsonCanonicalizer(object.toString()).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first digits of the SHA-256 over the canonical text. */
  String sha256(int hexDigits) {
    return sha256("", hexDigits);
  }

  String sha256(String prefix, int hexDigits) {
    byte[] bytes = (prefix + text()).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, hexDigits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
