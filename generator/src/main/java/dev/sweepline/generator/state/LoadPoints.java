package dev.sweepline.generator.state;

/**
 * The load points of one start or of several.
 *
 * @param usable with a result that can be used
 * @param invalid with results of which none can be used
 * @param planned all of them
 */
public record LoadPoints(int usable, int invalid, int planned) {
  static final LoadPoints NONE = new LoadPoints(0, 0, 0);

  LoadPoints plus(LoadPoints other) {
    return new LoadPoints(usable + other.usable, invalid + other.invalid, planned + other.planned);
  }

  boolean areDone() {
    return usable == planned;
  }

  boolean haveResults() {
    return usable + invalid == planned;
  }

  boolean areEmpty() {
    return usable + invalid == 0;
  }
}
