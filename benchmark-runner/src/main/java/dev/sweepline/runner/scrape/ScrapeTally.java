package dev.sweepline.runner.scrape;

import org.jspecify.annotations.Nullable;

/**
 * How the scrapes of a server went so far.
 *
 * @param scrapes that were tried
 * @param failures of them
 * @param failuresInARow since the last good one
 * @param lastFailure why; null without one
 * @param malformedLines of all pages
 * @param samples that were found on them
 */
record ScrapeTally(
    int scrapes,
    int failures,
    int failuresInARow,
    @Nullable String lastFailure,
    long malformedLines,
    long samples) {
  static final ScrapeTally NONE = new ScrapeTally(0, 0, 0, null, 0, 0);

  ScrapeTally failed(String reason) {
    return new ScrapeTally(
        scrapes + 1, failures + 1, failuresInARow + 1, reason, malformedLines, samples);
  }

  ScrapeTally read(int newMalformedLines, int newSamples) {
    return new ScrapeTally(
        scrapes + 1,
        failures,
        0,
        lastFailure,
        malformedLines + newMalformedLines,
        samples + newSamples);
  }

  boolean hasFoundNothing() {
    return scrapes > failures && samples == 0;
  }
}
