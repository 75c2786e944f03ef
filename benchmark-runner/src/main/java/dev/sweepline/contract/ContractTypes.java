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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the contracts write what JSON has no type for: finite numbers, UTC instants, enums. */
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

  /** The name of a constant in a file. */
  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The instant that a text names; null when it is not a UTC time. */
  static @Nullable Instant utc(String text) {
    if (!text.endsWith("Z")) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static final class FiniteDouble extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1;

    FiniteDouble() {
      super(Double.class);
    }

    @Override
    public @Nullable Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken().isNumeric() && Double.isFinite(parser.getDoubleValue())) {
        return parser.getDoubleValue();
      }
      return (Double) context.handleUnexpectedToken(Double.class, parser);
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
      Instant instant =
          parser.currentToken() == JsonToken.VALUE_STRING ? utc(parser.getText()) : null;
      return instant == null
          ? (Instant) context.handleUnexpectedToken(Instant.class, parser)
          : instant;
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
