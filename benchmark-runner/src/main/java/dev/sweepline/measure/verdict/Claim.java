package dev.sweepline.measure.verdict;

import java.io.Serializable;
import java.util.List;

/**
 * An aggregate that a foreign file tells, beside what its own records give by its own definition.
 *
 * @param what its key there
 * @param told the aggregate; NaN when it is not told
 * @param recounted from the records; NaN when they cannot give it
 * @param touches families that cannot be trusted when the two disagree
 */
public record Claim(String what, double told, double recounted, List<Family> touches)
    implements Serializable {
  private static final long serialVersionUID = 1;

  public Claim {
    touches = List.copyOf(touches);
  }

  /** How far they are apart, as a share of the larger; NaN when one is unknown. */
  double difference() {
    double largest = Math.max(Math.abs(told), Math.abs(recounted));
    return largest == 0 ? 0 : Math.abs(told - recounted) / largest;
  }
}
