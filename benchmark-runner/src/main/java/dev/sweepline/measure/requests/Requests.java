package dev.sweepline.measure.requests;

import dev.sweepline.measure.stats.Overlap;
import dev.sweepline.measure.stats.SortedSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What can be asked of a run's attempted measured requests. */
public final class Requests {
  /** Up to so many are unpacked once, 100 bytes each, and not anew for each question. */
  private static final int UNPACKED_UP_TO = 1 << 18;

  private final int size;
  private final Consumer<Consumer<RequestRow>> rows;

  /** Of the requests that a log holds now. */
  public Requests(RequestLog log) {
    this.size = log.size();
    if (size <= UNPACKED_UP_TO) {
      List<RequestRow> unpacked = new ArrayList<>(size);
      log.forEach(row -> unpacked.add(row.copy()));
      this.rows = unpacked::forEach;
    } else {
      this.rows = log::forEach;
    }
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** How many of them are so. */
  public long count(Predicate<RequestRow> which) {
    long[] count = {0};
    rows.accept(row -> count[0] += which.test(row) ? 1 : 0);
    return count[0];
  }

  /** A quantity of all requests that have it. */
  public SortedSample sample(ToLongFunction<RequestRow> quantity) {
    return sample(row -> true, quantity);
  }

  /** A quantity of those that are so and have it. */
  public SortedSample sample(Predicate<RequestRow> which, ToLongFunction<RequestRow> quantity) {
    long[] values = new long[size()];
    int[] filled = {0};
    rows.accept(
        row -> {
          long value = which.test(row) ? quantity.applyAsLong(row) : RequestRow.NONE;
          if (value != RequestRow.NONE) {
            values[filled[0]++] = value;
          }
        });
    return SortedSample.of(values, filled[0]);
  }

  /** The intervals between two times of those requests that have both. */
  public Overlap overlap(ToLongFunction<RequestRow> from, ToLongFunction<RequestRow> to) {
    long[] starts = new long[size()];
    long[] ends = new long[size()];
    int[] filled = {0};
    rows.accept(
        row -> {
          long start = from.applyAsLong(row);
          long end = to.applyAsLong(row);
          if (start != RequestRow.NONE && end != RequestRow.NONE) {
            starts[filled[0]] = start;
            ends[filled[0]++] = end;
          }
        });
    return Overlap.of(starts, ends, filled[0]);
  }

  /** From the first to the last dispatch; empty without requests. */
  public Optional<Window> dispatchWindow() {
    SortedSample dispatched = sample(RequestRow::dispatchUs);
    return dispatched.isEmpty()
        ? Optional.empty()
        : Optional.of(new Window(dispatched.at(0), dispatched.at(dispatched.size() - 1)));
  }

  /** The requests that have a quantity, in the order of dispatch. */
  public Sequence having(ToLongFunction<RequestRow> quantity) {
    SortedSample indexes =
        sample(row -> quantity.applyAsLong(row) != RequestRow.NONE, RequestRow::index);
    return new Sequence(this, quantity, indexes);
  }
}
