package dev.sweepline.analytics.read;

import dev.sweepline.measure.RunResult;
import java.io.Serializable;

/**
 * A run, read and judged.
 *
 * @param description what is known of it
 * @param result its figures and verdict, recomputed from its requests
 */
public record Run(RunDescription description, RunResult result) implements Serializable {
  private static final long serialVersionUID = 1;
}
