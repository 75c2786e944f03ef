package dev.sweepline.runner.scrape;

import dev.sweepline.contract.Sample;
import dev.sweepline.contract.Sample.Source;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.runner.meter.ClientState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the samples of a run together.
 *
 * @param runUid of the run's header
 */
record SampleLines(String runUid) {
  /**
   * @param endpoint base URL of the server
   * @param cacheConfig null but in the first sample of an engine's life
   */
  Sample server(
      long atUs,
      String endpoint,
      EngineReading reading,
      @Nullable Map<String, String> cacheConfig) {
    return new Sample(
        SchemaVersion.CURRENT.toString(),
        runUid,
        atUs,
        Source.SERVER,
        endpoint,
        reading.key().engine(),
        reading.key().modelName(),
        reading.figure(ServerFigure.RUNNING),
        reading.figure(ServerFigure.WAITING),
        reading.figure(ServerFigure.KV_CACHE_USAGE),
        reading.figure(ServerFigure.PREEMPTIONS),
        reading.figure(ServerFigure.PROMPT_TOKENS),
        reading.figure(ServerFigure.GENERATION_TOKENS),
        reading.figure(ServerFigure.PREFIX_CACHE_QUERIES),
        reading.figure(ServerFigure.PREFIX_CACHE_HITS),
        reading.figure(ServerFigure.LOCAL_COMPUTE),
        reading.figure(ServerFigure.LOCAL_CACHE_HIT),
        reading.createdS(),
        cacheConfig,
        null,
        null,
        null,
        null,
        reading.figure(ServerFigure.FIRST_TOKEN_SUM),
        reading.figure(ServerFigure.FIRST_TOKEN_COUNT));
  }

  Sample client(long atUs, ClientState state) {
    return new Sample(
        SchemaVersion.CURRENT.toString(),
        runUid,
        atUs,
        Source.CLIENT,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        state.inFlight(),
        state.loopBusy(),
        state.cpuShare(),
        state.gcPauseMs(),
        null,
        null);
  }
}
