package dev.sweepline.analytics.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.RequestRate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Typed values of a JSON parser's present token; another type is an error with its place. */
final class OriginalFields {
  private final String file;
  private final JsonParser parser;

  OriginalFields(String file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  ContractException broken(String key, String rule) {
    return ContractException.at(file, parser.currentLocation().getLineNr(), key, rule);
  }

  String text(String key) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw broken(key, "must be a string, got: " + parser.getText());
    }
    return parser.getText();
  }

  @Nullable String textOrNull(String key) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : text(key);
  }

  int count(String key) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT
        || parser.getIntValue() < 0) {
      throw broken(key, "must be an integer >= 0, got: " + parser.getText());
    }
    return parser.getIntValue();
  }

  double number(String key) throws IOException {
    if (!parser.currentToken().isNumeric() || !Double.isFinite(parser.getDoubleValue())) {
      throw broken(key, "must be a finite number, got: " + parser.getText());
    }
    return parser.getDoubleValue();
  }

  @Nullable Double numberOrNull(String key) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : (Double) number(key);
  }

  /** Also infinite, as Python writes it or in words. */
  RequestRate rate(String key) throws IOException {
    double rate = Double.NaN;
    if (parser.currentToken().isNumeric()) {
      rate = parser.getDoubleValue();
    } else if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().equals("inf")) {
      rate = Double.POSITIVE_INFINITY;
    }
    if (!(rate > 0)) {
      throw broken(key, "must be a number > 0, got: " + parser.getText());
    }
    return new RequestRate(rate);
  }

  boolean truth(String key) throws IOException {
    if (!parser.currentToken().isBoolean()) {
      throw broken(key, "must be true or false, got: " + parser.getText());
    }
    return parser.getBooleanValue();
  }
}
