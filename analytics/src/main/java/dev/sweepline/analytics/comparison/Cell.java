package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * A configuration, by the values of the parameters that vary.
 *
 * @param values in the order of the parameters
 */
record Cell(List<String> values) implements Comparable<Cell> {
  Cell {
    values = List.copyOf(values);
  }

  String at(int parameter) {
    return values.get(parameter);
  }

  /** The values of all other parameters. */
  Cell without(int parameter) {
    List<String> rest = new ArrayList<>(values);
    rest.remove(parameter);
    return new Cell(rest);
  }

  /** The same cell with another value of one parameter. */
  Cell with(int parameter, String value) {
    List<String> changed = new ArrayList<>(values);
    changed.set(parameter, value);
    return new Cell(changed);
  }

  @Override
  public int compareTo(Cell other) {
    return NaturalOrder.OF_LISTS.compare(values, other.values);
  }
}
