package dev.sweepline.failure;

import java.util.List;

/** What is left to see where the first cause left no line. */
final class ConsequenceCauses {
  private static final String ELSEWHERE =
      "another process died or hung first; look into the log of each node";

  static final List<Cause> ALL =
      List.of(
          Cause.consequence(
              "peer_lost",
              "Connection closed by peer|Connection reset by peer|ncclRemoteError|Broken pipe"
                  + "|recvBytes failed|NCCL error: remote process",
              ELSEWHERE),
          Cause.consequence(
              "collective_timeout",
              "Watchdog caught collective operation timeout"
                  + "|ran for \\d+ milliseconds before timing out",
              ELSEWHERE),
          Cause.consequence(
              "ray_worker_died",
              "RayActorError|ActorDiedError|WorkerCrashedError|RayTaskError",
              "look into the Ray logs of each node"),
          Cause.consequence(
              "engine_died",
              "Engine core initialization failed|EngineDeadError|EngineCore encountered an issue"
                  + "|EngineCore encountered a fatal error|EngineCore failed to start"
                  + "|died unexpectedly|WorkerProc initialization failed"
                  + "|Executor failed|Failed core proc",
              "its engine left no reason: look for the out-of-memory killer in the node's kernel"
                  + " log"),
          Cause.consequence(
              "crashed",
              "Segmentation fault|SIGSEGV|SIGABRT|core dumped|^Fatal Python error",
              "a fault in native code: look above it, and at driver and library versions"),
          Cause.consequence(
              "task_exited",
              "^srun: error: .*: task .*: (?:Exited with exit code|Terminated|Aborted)",
              "the process said nothing of it; look into the log of each node"));

  private ConsequenceCauses() {}
}
