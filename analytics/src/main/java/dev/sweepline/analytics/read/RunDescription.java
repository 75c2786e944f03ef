package dev.sweepline.analytics.read;

import dev.sweepline.analytics.config.ConfigMatch;
import dev.sweepline.contract.Load;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.measure.ServerFacts;
import dev.sweepline.measure.Told;
import dev.sweepline.measure.Yardstick;
import dev.sweepline.measure.verdict.ClientFacts;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a run besides its requests.
 *
 * @param runUid its identity, whatever its path
 * @param expId the experiment it belongs to
 * @param run its name inside the experiment
 * @param repeat which server start, from 1; null when a foreign file does not say
 * @param source path below the results folder
 * @param tool what made it, with its version when known
 * @param startedAt ISO 8601; in UTC with {@code Z}, or without a zone where a foreign file has none
 * @param load what was asked for
 * @param dataset what was sent
 * @param measuredFrom the clock of its times
 * @param ending how it ended
 * @param told what a foreign file says of it; null of an own run
 * @param config what the server was told; null when unknown
 * @param engines data-parallel engines that were seen; null when unknown
 * @param client what is known of the load generator
 * @param stored what its summary says; null without a summary
 */
public record RunDescription(
    String runUid,
    String expId,
    String run,
    @Nullable Integer repeat,
    String source,
    String tool,
    String startedAt,
    Load load,
    DatasetFacts dataset,
    MeasuredFrom measuredFrom,
    Ending ending,
    @Nullable Told told,
    @Nullable ConfigMatch config,
    @Nullable Integer engines,
    ClientFacts client,
    @Nullable StoredResult stored)
    implements Serializable {
  /** What the figures of this run need to know. */
  RunContext context(Yardstick yardstick) {
    return new RunContext(
        load,
        measuredFrom,
        ending,
        told,
        new ServerFacts(config == null ? null : config.config(), engines),
        client,
        yardstick);
  }
}
