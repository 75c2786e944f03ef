package dev.sweepline.generator.validation;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelConfig;
import dev.sweepline.generator.model.ModelFacts;
import dev.sweepline.generator.rules.Context;
import dev.sweepline.generator.rules.InertKeys;
import dev.sweepline.generator.rules.Rules;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server's options and the rules about configurations in files.
 *
 * @param stated options of the server; null for those of the version that a file is meant for, else
 *     of the newest
 * @param model facts of the model; null for those of the model that a configuration names, as far
 *     as they are known
 * @param gpu that it will run on; null when that is not known
 */
public record Validation(
    @Nullable FlagCatalogue stated, @Nullable ModelFacts model, @Nullable Gpu gpu) {
  private static final String MALFORMED = "malformed_file";

  /**
   * Everything that is wrong or doubtful.
   *
   * @param paths files, or folders that are searched deep
   * @throws dev.sweepline.contract.UserError exit code 66 when there is nothing to check
   */
  public ValidationReport of(List<Path> paths) {
    Map<String, Set<Finding>> findings = new LinkedHashMap<>();
    for (Path file : Subjects.files(paths)) {
      try {
        for (Subject subject : Subjects.of(file)) {
          findings
              .computeIfAbsent(file.toString(), unused -> new LinkedHashSet<>())
              .addAll(findings(subject));
        }
      } catch (ContractException e) {
        findings.put(file.toString(), Set.of(malformed(file, e)));
      }
    }
    return new ValidationReport(findings);
  }

  private static Finding malformed(Path file, ContractException e) {
    String message = String.valueOf(e.getMessage());
    String place = file + ":";
    return Finding.error(
        MALFORMED,
        null,
        message.startsWith(place) ? message.substring(place.length()).strip() : message);
  }

  private List<Finding> findings(Subject subject) {
    ServerConfig config = subject.config();
    Map<String, Object> settings = config.identity();
    FlagCatalogue catalogue = catalogue(subject);
    return Stream.of(
            catalogue.notices(),
            subject.origin() == Subject.Origin.SWEEP
                ? catalogue.check(settings)
                : catalogue.checkOlder(settings),
            InertKeys.check(config),
            Rules.check(config, context(config, catalogue)))
        .flatMap(List::stream)
        .toList();
  }

  private FlagCatalogue catalogue(Subject subject) {
    if (stated != null) {
      return stated;
    }
    String version = subject.vllmVersion();
    return version == null ? FlagCatalogue.newest() : FlagCatalogue.of(VllmVersion.parse(version));
  }

  private Context context(ServerConfig config, FlagCatalogue catalogue) {
    String name = config.text("model");
    ModelFacts facts = model == null && name != null ? ModelConfig.known(name).orElse(null) : model;
    return new Context(catalogue.version(), facts, gpu);
  }
}
