package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.simulator.api.ModelCard;
import dev.sweepline.simulator.engine.EngineSettings;
import dev.sweepline.simulator.fault.Chance;
import dev.sweepline.simulator.fleet.Place;
import dev.sweepline.simulator.pace.Batching;
import dev.sweepline.simulator.pace.FixedTimes;
import dev.sweepline.simulator.pace.Runs;
import dev.sweepline.simulator.pace.TimeModel;
import dev.sweepline.simulator.server.Door;
import dev.sweepline.simulator.server.ServerSettings;
import dev.sweepline.simulator.server.Startup;
import dev.sweepline.simulator.truth.TruthFile;
import dev.sweepline.simulator.truth.TruthLog;
import io.netty.channel.EventLoop;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the options amount to.
 *
 * @param place the part of this process in the server
 * @param startLine what is said of it at the start
 * @param ignored options that change nothing
 */
record Simulation(ServerSettings settings, Place place, String startLine, List<String> ignored) {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String API_KEY_VARIABLE = "VLLM_API_KEY";
  private static final ModelProfile PROFILE = ModelProfile.EIGHT_GPUS;

  /**
   * Checks the options and puts the parts of a server together; opens the truth log.
   *
   * @throws UserError for what cannot be, exit code 2
   */
  static Simulation of(
      ServeOptions serve,
      FleetOptions fleet,
      SimulationOptions simulation,
      FaultOptions faultOptions,
      OtherArguments others) {
    OptionRules.check(serve, simulation, faultOptions, PROFILE);
    ModelCard model = model(serve, simulation, others.model());
    long seed = serve.seed == null ? new SecureRandom().nextLong() : serve.seed;
    SpeedFactor start = SpeedFactor.draw(seed, simulation.startSd);
    FaultSettings faults = FaultSettings.of(faultOptions, seed);
    TruthLog truthLog =
        simulation.truthLog == null ? TruthLog.NONE : TruthFile.open(simulation.truthLog);
    EngineSettings engine = PROFILE.engine(serve, simulation.timeScale * start.value());
    ServerSettings settings =
        new ServerSettings(
            door(serve, faultOptions, faults),
            simulation.threads,
            new Startup(
                Seconds.of(simulation.startupSeconds),
                faultOptions.crashBeforeReady ? Startup.End.CRASH : Startup.End.READY),
            model,
            cacheConfig(serve, engine),
            timeModel(serve, fleet, simulation, engine, start.value()),
            faults.plan(),
            runs(simulation, seed),
            faultOptions.gatewayLimit == null ? Integer.MAX_VALUE : faultOptions.gatewayLimit,
            faults.metrics(),
            truthLog,
            () -> crash(truthLog));
    return new Simulation(
        settings,
        fleet.place(serve.dataParallelSize),
        startLine(model, simulation, seed, start),
        others.options());
  }

  private static Door door(ServeOptions serve, FaultOptions options, FaultSettings faults) {
    return new Door(
        serve.host,
        serve.port,
        apiKeys(serve),
        faults.turnedAway(),
        FaultSettings.optional(options.refuseAfter),
        Seconds.of(options.refuseSeconds));
  }

  /** Every run has its own draw, whatever was drawn for the start. */
  private static Runs runs(SimulationOptions simulation, long seed) {
    Chance seeds = new Chance(seed, "run");
    return new Runs(
        number ->
            SpeedFactor.draw(Double.doubleToLongBits(seeds.draw(number)), simulation.runSd).value(),
        Seconds.ofMillis(simulation.runPauseMs).toNanos());
  }

  private static ModelCard model(
      ServeOptions serve, SimulationOptions simulation, Optional<String> positional) {
    String root = serve.model == null ? positional.orElse("") : serve.model;
    if (root.isBlank()) {
      throw new UserError(ExitCode.USAGE, "no model: give it as the first argument or by --model");
    }
    if (positional.isPresent() && !positional.get().equals(root)) {
      throw new UserError(
          ExitCode.USAGE, "two models: %s and --model %s".formatted(positional.get(), root));
    }
    List<String> names = serve.servedModelNames.isEmpty() ? List.of(root) : serve.servedModelNames;
    return new ModelCard(root, names, serve.maxModelLen, simulation.answerTokens);
  }

  private static List<String> apiKeys(ServeOptions serve) {
    String variable = System.getenv().getOrDefault(API_KEY_VARIABLE, "");
    return serve.apiKeys.isEmpty() && !variable.isEmpty() ? List.of(variable) : serve.apiKeys;
  }

  private static Function<EventLoop, TimeModel> timeModel(
      ServeOptions serve,
      FleetOptions fleet,
      SimulationOptions simulation,
      EngineSettings engine,
      double start) {
    double nanosPerMilli = NANOS_PER_MILLI * simulation.timeScale * start;
    return switch (simulation.timeModel) {
      case FIXED ->
          loop ->
              new FixedTimes(
                  loop,
                  Math.round(simulation.ttftMs * nanosPerMilli),
                  Math.round(simulation.itlMs * nanosPerMilli),
                  Math.max(1, Math.round(simulation.tickMs * NANOS_PER_MILLI)));
      case BATCHING -> loop -> new Batching(loop, engine, fleet.answering(serve.dataParallelSize));
    };
  }

  /** Labels as Python prints the values. */
  private static Map<String, String> cacheConfig(ServeOptions serve, EngineSettings engine) {
    return Map.of(
        "block_size", Integer.toString(engine.blockSize()),
        "cache_dtype", serve.kvCacheDtype,
        "enable_prefix_caching", serve.prefixCaching ? "True" : "False",
        "gpu_memory_utilization", Double.toString(serve.gpuMemoryUtilization),
        "num_gpu_blocks", Integer.toString(engine.blocks()),
        "kv_cache_size_tokens", Long.toString(engine.capacityTokens()));
  }

  private static String startLine(
      ModelCard model, SimulationOptions simulation, long seed, SpeedFactor start) {
    return "start model=%s time_model=%s seed=%d speed_factor=%.6f"
        .formatted(
            model.name(),
            simulation.timeModel.name().toLowerCase(Locale.ROOT),
            seed,
            start.value());
  }

  /** Like a server that dies: no hook runs, no stream is closed. */
  private static void crash(TruthLog truthLog) {
    truthLog.close();
    Runtime.getRuntime().halt(ExitCode.BUG.status());
  }
}
