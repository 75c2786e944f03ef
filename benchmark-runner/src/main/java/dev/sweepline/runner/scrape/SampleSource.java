package dev.sweepline.runner.scrape;

import dev.sweepline.contract.Sample;
import java.util.List;

/** Where samples come from. Used by one thread. */
interface SampleSource {
  /** The samples of this moment; none when the source does not answer. */
  List<Sample> sample();

  /** Times in a row that it did not answer. */
  int failures();
}
