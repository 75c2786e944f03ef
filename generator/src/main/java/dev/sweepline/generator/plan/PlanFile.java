package dev.sweepline.generator.plan;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.generator.output.GeneratedFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code plan.json} of a sweep directory. */
public final class PlanFile {
  private final Path path;

  /**
   * @param sweepDirectory that the plan is for
   */
  public PlanFile(Path sweepDirectory) {
    this.path = sweepDirectory.resolve(RunFiles.PLAN);
  }

  /** The plan as a file; one that was decided before, in the same way, keeps its time. */
  public GeneratedFile of(Plan plan) {
    return GeneratedFile.plain(path, ContractJson.current().document(decidedBefore(plan)));
  }

  private Plan decidedBefore(Plan plan) {
    if (!Files.isRegularFile(path)) {
      return plan;
    }
    try {
      Plan before = ContractJson.read(Plan.class, path);
      return json(withOriginOf(before, plan)).equals(json(before)) ? before : plan;
    } catch (ContractException unreadable) {
      return plan;
    }
  }

  private static String json(Plan plan) {
    return ContractJson.current().line(plan);
  }

  private static Plan withOriginOf(Plan before, Plan plan) {
    return new Plan(
        plan.schemaVersion(),
        before.createdAt(),
        before.tool(),
        plan.profile(),
        plan.vllmVersion(),
        plan.repeats(),
        plan.dataset(),
        plan.datasetPath(),
        plan.loads(),
        plan.experiments(),
        plan.refused(),
        plan.resources(),
        plan.benchJar(),
        plan.reference(),
        plan.slo());
  }
}
