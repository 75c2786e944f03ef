package dev.sweepline.measure.simulated;

/**
 * A rule both ways.
 *
 * @param code of the rule
 * @param fault what it is for
 * @param near a healthy run that looks like it
 */
record RuleCase(String code, Scenario fault, Scenario near) {}
