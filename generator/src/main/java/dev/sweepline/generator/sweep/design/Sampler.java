package dev.sweepline.generator.sweep.design;

import java.util.List;
import java.util.Map;

/** Which points of a space are taken. */
interface Sampler {
  /** The levels of each point, in order; no point that is excluded. */
  List<Map<String, Object>> points(Space space);
}
