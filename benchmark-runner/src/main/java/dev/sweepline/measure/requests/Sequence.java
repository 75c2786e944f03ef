package dev.sweepline.measure.requests;

import dev.sweepline.measure.stats.SortedSample;
import java.util.function.ToLongFunction;

/** A quantity of those requests that have it, in the order of dispatch. */
public final class Sequence {
  private final Requests requests;
  private final ToLongFunction<RequestRow> quantity;
  private final SortedSample indexes;

  Sequence(Requests requests, ToLongFunction<RequestRow> quantity, SortedSample indexes) {
    this.requests = requests;
    this.quantity = quantity;
    this.indexes = indexes;
  }

  /** How many have it. */
  public long size() {
    return indexes.size();
  }

  /**
   * The quantity in a part of the sequence, of at least one request where there is any.
   *
   * @param from share of the sequence, 0 to 1
   * @param to likewise, above {@code from}
   */
  public SortedSample part(double from, double to) {
    long first = Math.round(from * size());
    return ranks(first, Math.min(size(), Math.max(first + 1, Math.round(to * size()))));
  }

  /**
   * The quantity of the last ones.
   *
   * @param share of the sequence, 0 to 1
   * @param atLeast how many there are even when the share is fewer; all when there are not as many
   */
  public SortedSample last(double share, long atLeast) {
    long count = Math.max(atLeast, (long) Math.ceil(share * size()));
    return ranks(Math.max(0, size() - count), size());
  }

  private SortedSample ranks(long from, long to) {
    if (from >= to) {
      return SortedSample.of(new long[0], 0);
    }
    long first = indexes.at(from);
    long last = indexes.at(to - 1);
    return requests.sample(row -> row.index() >= first && row.index() <= last, quantity);
  }
}
