package dev.sweepline.analytics.read;

import dev.sweepline.contract.RequestRate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result file of the original, as it stands. Its own aggregates are never used, only held against
 * its records.
 *
 * @param configHash what it calls its configuration: a hash, or a name
 * @param requests how many it says it sent
 * @param rate requests per second
 * @param datasetName null when not given
 * @param timestamp local time without a zone
 * @param successes how many it says succeeded
 * @param totalTimeS seconds from the first launch to the last end
 * @param aggregates those of {@link OriginalClaims#KEYS} that it tells
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
    Map<String, Double> aggregates,
    @Nullable List<OriginalRequest> records) {}
