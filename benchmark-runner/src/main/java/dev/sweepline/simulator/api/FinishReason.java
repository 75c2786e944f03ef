package dev.sweepline.simulator.api;

import java.util.Locale;

/** Why an answer ended. */
public enum FinishReason {
  /** The model was done. */
  STOP,
  /** The request's limit was reached. */
  LENGTH;

  /** As it stands in JSON and in labels. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
