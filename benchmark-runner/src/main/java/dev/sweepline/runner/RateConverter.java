package dev.sweepline.runner;

import dev.sweepline.contract.RequestRate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a request rate from the command line. */
final class RateConverter implements ITypeConverter<RequestRate> {
  @Override
  public RequestRate convert(String text) {
    try {
      return RequestRate.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
