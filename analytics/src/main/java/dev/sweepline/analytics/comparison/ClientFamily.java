package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A parameter of the client, the load or the dataset, compared inside the start: one difference a
 * start, and starts are the replicates. Where no configuration has two starts the runs of the one
 * start are, and the claim is about this start only.
 */
final class ClientFamily {
  private static final String VALUE = "value";
  private static final String REFERENCE = "reference";

  private final StartValues starts;
  private final ClientParameter parameter;

  private ClientFamily(StartValues starts, ClientParameter parameter) {
    this.starts = starts;
    this.parameter = parameter;
  }

  /**
   * @param reference value that the others are held against
   */
  static Family of(StartValues starts, ClientParameter parameter, String reference) {
    return new Family(new ClientFamily(starts, parameter).findings(reference));
  }

  private List<Finding> findings(String reference) {
    Map<String, List<LoadPoint>> byRest = new TreeMap<>(NaturalOrder.OF_TEXTS);
    starts
        .byLoad()
        .keySet()
        .forEach(
            load ->
                byRest.computeIfAbsent(parameter.rest(load), any -> new ArrayList<>()).add(load));
    List<Finding> findings = new ArrayList<>();
    for (List<LoadPoint> loads : byRest.values()) {
      loads.stream()
          .filter(load -> parameter.value(load).equals(reference))
          .findFirst()
          .ifPresent(
              base ->
                  loads.stream()
                      .filter(load -> !load.equals(base))
                      .filter(load -> hasCommonStart(base, load))
                      .forEach(load -> findings.add(finding(base, load))));
    }
    return findings;
  }

  private Map<StartId, List<Double>> at(LoadPoint load) {
    return starts.byLoad().getOrDefault(load, Map.of());
  }

  private boolean hasCommonStart(LoadPoint base, LoadPoint load) {
    return at(load).keySet().stream().anyMatch(at(base)::containsKey);
  }

  private Finding finding(LoadPoint base, LoadPoint load) {
    List<Start> differences = differences(starts, base, load, Blocks.IGNORED);
    StartModel model = StartModel.plain(differences, starts.scale());
    boolean single = model.cells().stream().allMatch(cell -> model.starts(cell) == 1);
    Finding.Fitted fitted =
        single
            ? insideOneStart(base, load)
            : new Finding.Fitted(model, Contrast.mean(model.cells()));
    return Finding.ofClient(
        load,
        parameter.value(load),
        parameter.value(base),
        model.cells().size(),
        differences.size(),
        single ? Replicate.RUNS_OF_ONE_START : Replicate.STARTS,
        fitted);
  }

  /** Whether a difference inside a start still belongs to a block. */
  enum Blocks {
    KEPT,
    IGNORED
  }

  /** What the other load point has over the first one, in each start that has both. */
  static List<Start> differences(
      StartValues starts, LoadPoint base, LoadPoint other, Blocks blocks) {
    Map<StartId, List<Double>> first = starts.byLoad().getOrDefault(base, Map.of());
    List<Start> differences = new ArrayList<>();
    starts
        .byLoad()
        .getOrDefault(other, Map.of())
        .forEach(
            (start, values) -> {
              List<Double> against = first.get(start);
              if (against != null) {
                differences.add(
                    new Start(
                        start.cell(),
                        blocks == Blocks.KEPT ? start.block() : "",
                        StartValues.mean(values) - StartValues.mean(against)));
              }
            });
    return differences;
  }

  private Finding.Fitted insideOneStart(LoadPoint base, LoadPoint load) {
    Set<StartId> both = new LinkedHashSet<>(at(load).keySet());
    both.retainAll(at(base).keySet());
    Map<String, LoadPoint> sides = new LinkedHashMap<>();
    sides.put(VALUE, load);
    sides.put(REFERENCE, base);
    List<Start> runs = new ArrayList<>();
    sides.forEach(
        (side, point) ->
            both.forEach(
                start ->
                    at(point)
                        .getOrDefault(start, List.of())
                        .forEach(value -> runs.add(new Start(cell(start, side), "", value)))));
    StartModel model = StartModel.plain(runs, starts.scale());
    int place = model.cells().get(0).values().size() - 1;
    return new Finding.Fitted(
        model, Contrast.over(Stratum.of(model.cells(), place, VALUE, REFERENCE)));
  }

  private static Cell cell(StartId start, String side) {
    List<String> values = new ArrayList<>(start.cell().values());
    values.add(start.start());
    values.add(side);
    return new Cell(values);
  }
}
