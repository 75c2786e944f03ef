package dev.sweepline.failure;

import java.util.List;

/** Processes that do not find each other. */
final class NetworkCauses {
  private static final String INTERFACE =
      "name the network between the nodes (interface of the cluster profile), then look with"
          + " --debug nccl";

  static final List<Cause> ALL =
      List.of(
          Cause.root(
              "port_in_use",
              "(?i:address already in use)|EADDRINUSE",
              "another process listens there; end it, or submit again: ports come from the job's"
                  + " id"),
          Cause.root(
              "placement_group",
              "(?i:placement group)|required GPUs exceeds|exceeds the total number of available"
                  + " GPUs",
              "Ray has fewer GPUs than the server needs: one task a node, all its GPUs, and all"
                  + " nodes joined"),
          Cause.root(
              "ray",
              "Could not find any running Ray instance|Failed to import Ray|Ray is not installed"
                  + "|raylet .*(?:died|exited)|GCS .*(?:unavailable|cannot be reached)",
              "look into the Ray logs of each node, or launch without Ray"),
          Cause.root(
              "workers_missing",
              "Timed out after \\d+ seconds waiting for clients|DistStoreError"
                  + "|(?:[Tt]imed? ?out|TimeoutError).*waiting for .*(?:engine|worker|rank|peer)",
              "not all nodes joined: look into the log of each; a slow file system needs more"
                  + " time"),
          // A call that failed because the other side died says so, and is a consequence.
          Cause.root(
              "nccl",
              "ncclSystemError|ncclInternalError|ncclUnhandledCudaError|ncclInvalidUsage"
                  + "|NCCL error: (?!remote)|NCCL WARN .*(?:no socket interface|NET/IB.*error)"
                  + "|Bootstrap : no socket interface",
              INTERFACE),
          Cause.root(
              "gloo",
              "Gloo connectFullMesh failed|gloo.*(?:Unable to find address|Timed out connecting)"
                  + "|makeDeviceFor.*",
              INTERFACE));

  private NetworkCauses() {}
}
