package dev.sweepline.generator.validation;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelConfig;
import dev.sweepline.generator.model.ModelFacts;
import dev.sweepline.generator.rules.Context;
import dev.sweepline.generator.rules.InertKeys;
import dev.sweepline.generator.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server's options and the rules about configurations in files.
 *
 * @param catalogue of the server
 * @param model facts of the model; null for those of the model that a configuration names, as far
 *     as they are known
 * @param gpu that it will run on; null when that is not known
 */
public record Validation(FlagCatalogue catalogue, @Nullable ModelFacts model, @Nullable Gpu gpu) {
  private static final String MALFORMED = "malformed_file";

  /**
   * Everything that is wrong or doubtful.
   *
   * @param paths files, or folders that are searched deep
   * @throws dev.sweepline.contract.UserError exit code 66 when there is nothing to check
   */
  public ValidationReport of(List<Path> paths) {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    for (Path file : Subjects.files(paths)) {
      try {
        for (Subject subject : Subjects.of(file)) {
          findings
              .computeIfAbsent(file.toString(), unused -> new ArrayList<>())
              .addAll(findings(subject));
        }
      } catch (ContractException e) {
        findings.put(
            file.toString(),
            List.of(Finding.error(MALFORMED, null, String.valueOf(e.getMessage()))));
      }
    }
    return new ValidationReport(catalogue.version().toString(), catalogue.notices(), findings);
  }

  private List<Finding> findings(Subject subject) {
    ServerConfig config = subject.config();
    Map<String, Object> settings = config.identity();
    return Stream.of(
            subject.origin() == Subject.Origin.SWEEP
                ? catalogue.check(settings)
                : catalogue.checkOlder(settings),
            InertKeys.check(config),
            Rules.check(config, context(config)))
        .flatMap(List::stream)
        .toList();
  }

  private Context context(ServerConfig config) {
    String name = config.text("model");
    ModelFacts facts = model == null && name != null ? ModelConfig.known(name).orElse(null) : model;
    return new Context(catalogue.version(), facts, gpu);
  }
}
