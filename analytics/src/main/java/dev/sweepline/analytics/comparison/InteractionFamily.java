package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All interactions of one metric, one family for Holm's adjustment: parameter by parameter within a
 * load, and parameter by load and by dataset within a start.
 */
final class InteractionFamily {
  private static final Comparator<Interaction> STRONGEST =
      Comparator.comparing(Interaction::pHolm, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Interaction::p, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Interaction::load)
          .thenComparing(interaction -> interaction.first().toString())
          .thenComparing(interaction -> interaction.second().toString());

  private final MetricModels models;
  private final Map<String, String> references;
  private final List<Candidate> candidates = new ArrayList<>();

  /** An interaction before the family is looked at. */
  private record Candidate(
      LoadPoint load,
      Interaction.Setting first,
      Interaction.Setting second,
      int strata,
      int fewestStarts,
      Estimate estimate) {}

  private InteractionFamily(MetricModels models, Map<String, String> references) {
    this.models = models;
    this.references = references;
  }

  /**
   * The interactions, the surest first.
   *
   * @param references value of each parameter, and of {@code dataset} where it is compared
   */
  static List<Interaction> of(MetricModels models, Map<String, String> references, Levels levels) {
    InteractionFamily family = new InteractionFamily(models, references);
    models.blocked().forEach(family::addPairs);
    family.addWithinStarts();
    return family.judged(levels);
  }

  private String reference(int parameter) {
    return references.getOrDefault(models.parameters().get(parameter), StartValues.NOT_STATED);
  }

  private void addPairs(LoadPoint load, StartModel model) {
    for (int i = 0; i < models.parameters().size(); i++) {
      for (int j = i + 1; j < models.parameters().size(); j++) {
        for (String first : Family.values(model, i, reference(i))) {
          for (String second : Family.values(model, j, reference(j))) {
            addPair(load, model, i, first, j, second);
          }
        }
      }
    }
  }

  private void addPair(
      LoadPoint load, StartModel model, int i, String first, int j, String second) {
    List<Corners> corners = new ArrayList<>();
    for (Cell cell : model.cells()) {
      if (cell.at(i).equals(first) && cell.at(j).equals(second)) {
        Corners found =
            new Corners(
                cell,
                cell.with(i, reference(i)),
                cell.with(j, reference(j)),
                cell.with(i, reference(i)).with(j, reference(j)));
        if (found.areIn(model)) {
          corners.add(found);
        }
      }
    }
    if (!corners.isEmpty()) {
      candidates.add(
          new Candidate(
              load,
              new Interaction.Setting(models.parameters().get(i), first),
              new Interaction.Setting(models.parameters().get(j), second),
              corners.size(),
              Corners.fewestStarts(corners, model),
              model.estimate(Corners.contrast(corners))));
    }
  }

  private void addWithinStarts() {
    for (LoadPoint load : models.blocked().keySet()) {
      LoadPoint lowest =
          models.blocked().keySet().stream().filter(load::isComparable).findFirst().orElse(load);
      addStep(lowest, load, new Interaction.Setting("load", load.load()));
      String dataset = references.get("dataset");
      models.blocked().keySet().stream()
          .filter(base -> base.setting().equals(load.setting()))
          .filter(base -> dataset != null && dataset.equals(base.dataset()))
          .findFirst()
          .ifPresent(
              base ->
                  addStep(
                      base,
                      load,
                      new Interaction.Setting("dataset", String.valueOf(load.dataset()))));
    }
  }

  private void addStep(LoadPoint base, LoadPoint other, Interaction.Setting step) {
    if (base.equals(other)) {
      return;
    }
    List<Start> differences =
        ClientFamily.differences(models.starts(), base, other, ClientFamily.Blocks.KEPT);
    if (differences.isEmpty()) {
      return;
    }
    StartModel model = StartModel.of(differences, models.scale());
    for (int i = 0; i < models.parameters().size(); i++) {
      for (String value : Family.values(model, i, reference(i))) {
        List<Stratum> strata = Stratum.of(model.cells(), i, value, reference(i));
        if (!strata.isEmpty()) {
          Contrast contrast = Contrast.over(strata);
          candidates.add(
              new Candidate(
                  other,
                  new Interaction.Setting(models.parameters().get(i), value),
                  step,
                  strata.size(),
                  Math.min(contrast.startsOfValue(model), contrast.startsOfReference(model)),
                  model.estimate(contrast)));
        }
      }
    }
  }

  private List<Interaction> judged(Levels levels) {
    List<Double> tested = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Double p = candidate.estimate().p();
      if (p != null) {
        tested.add(p);
      }
    }
    double[] adjusted = Holm.adjust(tested);
    List<Interaction> interactions = new ArrayList<>();
    int place = 0;
    for (Candidate candidate : candidates) {
      Double holm = candidate.estimate().p() == null ? null : (Double) adjusted[place++];
      interactions.add(judged(candidate, holm, levels, tested.size()));
    }
    return interactions.stream().sorted(STRONGEST).toList();
  }

  private Interaction judged(
      Candidate candidate, @Nullable Double holm, Levels levels, int familySize) {
    Estimate estimate = candidate.estimate();
    Estimate.Uncertainty error = estimate.error();
    Interval interval = estimate.interval(levels.interval());
    return new Interaction(
        candidate.load().name(),
        candidate.first(),
        candidate.second(),
        candidate.strata(),
        candidate.fewestStarts(),
        models.scale().shown(estimate.value()),
        interval == null ? null : interval.shown(models.scale()),
        estimate.p(),
        holm,
        holm != null && holm < levels.alpha() && candidate.fewestStarts() >= 2,
        error == null
            ? null
            : (Double)
                models
                    .scale()
                    .size(
                        Distributions.powerFactor(error.df(), levels.alpha() / familySize)
                            * error.se()));
  }
}
