package dev.sweepline.generator;

import dev.sweepline.generator.catalogue.VllmVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a version of vLLM. */
final class VersionOption implements ITypeConverter<VllmVersion> {
  @Override
  public VllmVersion convert(String text) {
    try {
      return VllmVersion.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
