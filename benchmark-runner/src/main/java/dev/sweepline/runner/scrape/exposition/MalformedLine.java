package dev.sweepline.runner.scrape.exposition;

/** A line does not follow the format. It is counted, so it needs neither message nor trace. */
final class MalformedLine extends Exception {
  private static final long serialVersionUID = 1;

  MalformedLine() {
    super(null, null, false, false);
  }
}
