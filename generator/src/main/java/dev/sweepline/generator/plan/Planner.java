package dev.sweepline.generator.plan;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Tool;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.dataset.DatasetFile;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.rules.InertKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what will run. Reads and writes nothing. */
public final class Planner {
  private final ClusterProfile profile;
  private final ServerFacts facts;
  private final DatasetFile dataset;
  private final List<Plan.LoadPoint> loads;
  private final int repeats;
  private final List<PlanRule> rules;

  /** When and by what a plan is made. */
  public record Origin(Instant createdAt, Tool tool) {}

  /**
   * What a plan is for.
   *
   * @param reference the experiment that others are compared with; null for none
   * @param slo limits that an answer must keep; null for those of the report
   */
  public record Goal(@Nullable String reference, Plan.@Nullable Slo slo) {
    /** Nothing in particular. */
    public static final Goal NONE = new Goal(null, null);
  }

  /**
   * @param profile where servers run
   * @param facts that the settings are checked against
   * @param dataset what is sent
   * @param loads that every start runs
   * @param repeats server starts of each experiment
   */
  public Planner(
      ClusterProfile profile,
      ServerFacts facts,
      DatasetFile dataset,
      List<Plan.LoadPoint> loads,
      int repeats) {
    this.profile = profile;
    this.facts = facts;
    this.dataset = dataset;
    this.loads = List.copyOf(loads);
    this.repeats = repeats;
    this.rules = PlanRule.all(facts);
  }

  /**
   * The plan for some configurations; equal ones become one experiment that keeps their names.
   *
   * @param origin when and by what it is made
   * @param goal what it is for
   * @throws UserError exit code 64 when a rule refuses all of them, or the dataset is too small
   */
  public Plan plan(List<ConfigFile> configs, Origin origin, Goal goal) {
    checkPrompts();
    Map<String, List<ConfigFile>> byId = new LinkedHashMap<>();
    List<Plan.Refused> refused = new ArrayList<>();
    for (ConfigFile file : configs) {
      Optional<Plan.Refused> refusal = refusal(file);
      refusal.ifPresentOrElse(
          refused::add,
          () ->
              byId.computeIfAbsent(folded(file).experimentId(), id -> new ArrayList<>()).add(file));
    }
    if (byId.isEmpty()) {
      throw new UserError(ExitCode.REFUSED, configs.get(0).file() + ": " + refused.get(0).reason());
    }
    List<Plan.Experiment> experiments =
        byId.entrySet().stream().map(e -> experiment(e.getKey(), e.getValue())).toList();
    return new Plan(
        SchemaVersion.CURRENT.toString(),
        origin.createdAt(),
        origin.tool(),
        profile.name(),
        facts.version() == null ? null : facts.version().toString(),
        repeats,
        dataset.reference(),
        dataset.path().toString(),
        loads,
        experiments,
        refused,
        resources(experiments),
        profile.client().jar().toString(),
        goal.reference(),
        goal.slo());
  }

  private void checkPrompts() {
    int prompts = dataset.reference().prompts();
    for (Plan.LoadPoint load : loads) {
      Integer asked = load.maxPrompts();
      if (asked != null && asked > prompts) {
        throw new UserError(
            ExitCode.REFUSED,
            "--max-prompts %d: %s holds %d prompts".formatted(asked, dataset.path(), prompts));
      }
    }
  }

  private Optional<Plan.Refused> refusal(ConfigFile file) {
    for (PlanRule rule : rules) {
      Optional<Finding> reason = rule.refusal(file.config(), profile);
      if (reason.isPresent()) {
        return reason.map(why -> refused(file, why));
      }
    }
    return Optional.empty();
  }

  private static Plan.Refused refused(ConfigFile file, Finding why) {
    String about = why.key() == null ? "" : why.key() + ": ";
    return new Plan.Refused(file.name(), file.config(), why.code(), about + why.message());
  }

  /** Without settings that have no effect, so that equal experiments look equal. */
  private static ServerConfig folded(ConfigFile file) {
    return InertKeys.fold(file.config());
  }

  /** The configuration under one spelling of its keys, so that equal experiments look equal. */
  private static Plan.Experiment experiment(String id, List<ConfigFile> files) {
    return new Plan.Experiment(
        id,
        files.stream().map(ConfigFile::name).distinct().toList(),
        files.stream().flatMap(file -> Stream.ofNullable(file.phase())).distinct().toList(),
        ServerConfig.of(new LinkedHashMap<>(folded(files.get(0)).identity())),
        RunFiles.script(id));
  }

  private Plan.Resources resources(List<Plan.Experiment> experiments) {
    return new Effort(repeats, loads.size(), profile.minutesPerRun())
        .of(experiments.stream().map(Plan.Experiment::config).toList());
  }
}
