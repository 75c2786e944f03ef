package dev.sweepline.runner.selftest;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SelfTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The self test of {@code docs/contracts}. */
final class Documented {
  private static final Path FILE =
      Path.of(System.getProperty("sweepline.root"), "docs", "contracts", RunFiles.SELF_TEST);

  private Documented() {}

  static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SelfTest selfTest() {
    return ContractJson.read(SelfTest.class, FILE);
  }
}
