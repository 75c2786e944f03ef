package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How the contracts write the two types that JSON lacks: finite numbers and UTC instants. */
final class ContractTypes extends SimpleModule {
  private static final long serialVersionUID = 1;

  /** Six decimals always, so that lines of one file align and sort as text. */
  private static final DateTimeFormatter UTC_MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  ContractTypes() {
    addDeserializer(Double.class, new FiniteDouble());
    addDeserializer(double.class, new FiniteDouble());
    addSerializer(Double.class, new FiniteDoubleWriter());
    addSerializer(double.class, new FiniteDoubleWriter());
    addDeserializer(Instant.class, new UtcInstant());
    addSerializer(Instant.class, new UtcInstantWriter());
  }

  private static final class FiniteDouble extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1;

    FiniteDouble() {
      super(Double.class);
    }

    @Override
    public @Nullable Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.currentToken().isNumeric()) {
        return (Double) context.handleUnexpectedToken(Double.class, parser);
      }
      double value = parser.getDoubleValue();
      return Double.isFinite(value)
          ? (Double) value
          : (Double) context.handleWeirdNumberValue(Double.class, value, "must be a finite number");
    }
  }

  private static final class FiniteDoubleWriter extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1;

    FiniteDoubleWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      if (!Double.isFinite(value)) {
        provider.reportMappingProblem("%s is not a JSON number; unknown is null", value);
      }
      generator.writeNumber(value);
    }
  }

  private static final class UtcInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    UtcInstant() {
      super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      try {
        return Instant.parse(parser.getText());
      } catch (DateTimeParseException e) {
        return (Instant)
            context.handleWeirdStringValue(
                Instant.class, parser.getText(), "must be a UTC time like 2026-01-31T12:00:00Z");
      }
    }
  }

  private static final class UtcInstantWriter extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1;

    UtcInstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      generator.writeString(UTC_MICROS.format(value));
    }
  }
}
