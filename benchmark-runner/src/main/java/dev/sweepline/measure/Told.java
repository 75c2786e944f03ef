package dev.sweepline.measure;

import dev.sweepline.measure.verdict.Claim;
import java.io.Serializable;
import java.util.List;

/**
 * What a foreign file says of its run besides the requests.
 *
 * @param durationS first due time to last end; used in place of the requests' own
 * @param claims its aggregates, each beside what its own records give; never used in their place
 */
public record Told(double durationS, List<Claim> claims) implements Serializable {
  private static final long serialVersionUID = 1;

  public Told {
    claims = List.copyOf(claims);
  }
}
