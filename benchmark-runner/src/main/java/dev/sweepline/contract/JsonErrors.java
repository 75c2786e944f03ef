package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns Jackson's refusals into complaints of the contract: {@code key: rule, got: value}. */
final class JsonErrors {
  private static final Pattern NOT_A_NUMBER = Pattern.compile("Non-standard token '([^']+)'");
  private static final Pattern TWICE = Pattern.compile("Duplicate field '");
  private static final Pattern BEHIND = Pattern.compile("Trailing token");

  private final ObjectMapper mapper;
  private final int fileMinor;

  JsonErrors(ObjectMapper mapper, int fileMinor) {
    this.mapper = mapper;
    this.fileMinor = fileMinor;
  }

  /** What is wrong with a text that the mapper refused. */
  Complaint explain(Class<?> type, String text, JsonProcessingException refusal) {
    if (refusal instanceof StreamReadException syntax) {
      return notJson(syntax);
    }
    Complaint shape = shapeOf(type, text);
    if (shape != null) {
      return shape;
    }
    Rules.RuleViolation violation = violationIn(refusal);
    if (violation != null) {
      return new Complaint(placeOf(refusal, violation), violation.rule());
    }
    String message = firstLine(refusal.getOriginalMessage());
    return new Complaint(
        JsonPointer.empty(),
        BEHIND.matcher(message).lookingAt()
            ? "must end after one JSON value; there is more behind it"
            : message);
  }

  private static Complaint notJson(StreamReadException e) {
    String message = firstLine(e.getOriginalMessage());
    Matcher token = NOT_A_NUMBER.matcher(message);
    long line = e.getLocation().getLineNr();
    if (token.lookingAt()) {
      return new Complaint(placeOf(e), "must be a finite number, got: " + token.group(1), line);
    }
    if (TWICE.matcher(message).lookingAt()) {
      return new Complaint(placeOf(e), "must be given once", line);
    }
    String what = e instanceof JsonEOFException ? "it ends in the middle" : message;
    return new Complaint(JsonPointer.empty(), "is not valid JSON: " + what, line);
  }

  private @Nullable Complaint shapeOf(Class<?> type, String text) {
    try {
      return new ShapeCheck(fileMinor)
          .first(
              mapper
                  .reader()
                  .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                  .readTree(text),
              type);
    } catch (JsonProcessingException e) {
      return e instanceof StreamReadException syntax ? notJson(syntax) : null;
    }
  }

  private static JsonPointer placeOf(StreamReadException e) {
    JsonParser parser = e.getProcessor();
    return parser == null ? JsonPointer.empty() : parser.getParsingContext().pathAsPointer();
  }

  /** A constructor names a key of its own record; Jackson knows where that record stands. */
  private static JsonPointer placeOf(JsonProcessingException e, Rules.RuleViolation violation) {
    JsonPointer place = JsonPointer.empty();
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        place =
            step.getFieldName() == null
                ? place.appendIndex(step.getIndex())
                : place.appendProperty(step.getFieldName());
      }
    }
    return violation.key().isEmpty() ? place : place.appendProperty(violation.key());
  }

  /** The line of a document that a complaint is about: its place, else what lacks it. */
  long lineOf(String text, Complaint complaint) {
    if (complaint.line() > 0) {
      return complaint.line();
    }
    for (JsonPointer place = complaint.place(); place != null; place = place.head()) {
      long line = lineOf(text, place);
      if (line > 0) {
        return line;
      }
    }
    return 1;
  }

  private long lineOf(String text, JsonPointer place) {
    try (JsonParser parser = mapper.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.getParsingContext().pathAsPointer().equals(place)) {
          return parser.currentTokenLocation().getLineNr();
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static Rules.@Nullable RuleViolation violationIn(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Rules.RuleViolation violation) {
        return violation;
      }
    }
    return null;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
