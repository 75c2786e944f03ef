package dev.sweepline.measure.verdict;

/**
 * What a reader must know of a rule: a section of {@code docs/verdicts.md}.
 *
 * @param code of the reason
 * @param voids metric families in words
 * @param seen what the rule looks at
 * @param threshold when it speaks
 * @param why it matters
 * @param advice what the user should do
 */
public record Guide(
    String code, String voids, String seen, String threshold, String why, String advice) {}
