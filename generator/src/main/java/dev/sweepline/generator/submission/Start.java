package dev.sweepline.generator.submission;

/**
 * One server start of an experiment: what one job does.
 *
 * @param repeat from 1
 */
public record Start(String expId, int repeat) {}
