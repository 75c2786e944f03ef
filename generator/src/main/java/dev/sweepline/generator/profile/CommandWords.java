package dev.sweepline.generator.profile;

import dev.sweepline.contract.ContractException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/** Fills {@code ${java}} and {@code ${bench_jar}} into the words of a command. */
final class CommandWords {
  /** The load generator, on the compiler that starts at once. */
  static final List<String> BENCH =
      List.of("${java}", "-XX:TieredStopAtLevel=1", "-jar", "${bench_jar}", "bench");

  private final String source;
  private final StringSubstitutor variables;

  CommandWords(String source, String java, Path benchJar) {
    this.source = source;
    this.variables =
        new StringSubstitutor(Map.of("java", java, "bench_jar", benchJar.toString()))
            .setEnableUndefinedVariableException(true)
            .setDisableSubstitutionInValues(true);
  }

  List<String> fill(String key, List<String> words) {
    try {
      return words.stream().map(variables::replace).toList();
    } catch (IllegalArgumentException e) {
      throw ContractException.at(
          source, 0, key, "only ${java} and ${bench_jar} are known in it, got: " + words);
    }
  }
}
