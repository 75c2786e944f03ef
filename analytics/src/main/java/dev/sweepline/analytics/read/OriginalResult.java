package dev.sweepline.analytics.read;

import dev.sweepline.contract.RequestRate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result file of the original, as it stands. Its own aggregates are left behind: all figures are
 * recomputed.
 *
 * @param configHash what it calls its configuration: a hash, or a name
 * @param requests how many it says it sent
 * @param rate requests per second
 * @param datasetName null when not given
 * @param timestamp local time without a zone
 * @param successes how many it says succeeded
 * @param totalTimeS seconds from the first launch to the last end
 * @param records null when it kept none
 */
record OriginalResult(
    String configHash,
    int requests,
    RequestRate rate,
    @Nullable String datasetName,
    String timestamp,
    int successes,
    double totalTimeS,
    @Nullable List<OriginalRequest> records) {}
