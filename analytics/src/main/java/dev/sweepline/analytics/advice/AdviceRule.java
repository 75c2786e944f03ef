package dev.sweepline.analytics.advice;

import java.util.List;

/** Looks at all runs for one thing. */
interface AdviceRule {
  /** Nothing, or one piece for each thing found. */
  List<Advice> of(Observed observed);
}
