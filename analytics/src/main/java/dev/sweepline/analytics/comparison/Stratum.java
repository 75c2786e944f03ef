package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two cells that are equal in everything but one parameter.
 *
 * @param value the cell with the value
 * @param reference the cell with the reference
 */
record Stratum(Cell value, Cell reference) {
  static List<Stratum> of(List<Cell> cells, int parameter, String value, String reference) {
    Map<Cell, Cell> references = new HashMap<>();
    for (Cell cell : cells) {
      if (cell.at(parameter).equals(reference)) {
        references.put(cell.without(parameter), cell);
      }
    }
    List<Stratum> strata = new ArrayList<>();
    for (Cell cell : cells) {
      Cell partner = references.get(cell.without(parameter));
      if (cell.at(parameter).equals(value) && partner != null) {
        strata.add(new Stratum(cell, partner));
      }
    }
    return strata;
  }

  /** Parameters all whose values with the value are other ones than with the reference. */
  static List<String> confounders(
      List<Cell> cells, List<String> parameters, int parameter, String value, String reference) {
    List<String> found = new ArrayList<>();
    for (int other = 0; other < parameters.size(); other++) {
      Set<String> withReference = valuesBeside(cells, parameter, reference, other);
      Set<String> withValue = valuesBeside(cells, parameter, value, other);
      if (other != parameter
          && !withReference.isEmpty()
          && withValue.stream().noneMatch(withReference::contains)) {
        found.add(parameters.get(other));
      }
    }
    return found;
  }

  private static Set<String> valuesBeside(
      List<Cell> cells, int parameter, String value, int other) {
    return cells.stream()
        .filter(cell -> cell.at(parameter).equals(value))
        .map(cell -> cell.at(other))
        .collect(Collectors.toSet());
  }
}
