package dev.sweepline.failure;

import java.util.List;

/** Ends that Slurm or the kernel made. */
final class SlurmCauses {
  static final List<Cause> ALL =
      List.of(
          Cause.root(
              "time_limit",
              "(?:slurmstepd|srun): .*DUE TO TIME LIMIT",
              "ask for more time (time_limit of the cluster profile), or run fewer load points"),
          Cause.root(
              "node_failure",
              "(?:slurmstepd|srun): .*(?:DUE TO NODE FAILURE|[Nn]ode failure|NODE_FAIL)",
              "submit it again; tell the site which node it was"),
          Cause.root(
              "preempted",
              "(?:slurmstepd|srun): .*DUE TO PREEMPTION",
              "submit it again, or take a partition whose jobs are not preempted"),
          Cause.root(
              "out_of_host_memory",
              "(?i:oom[_-]kill)|^srun: error: .*(?:Out Of Memory|OUT_OF_MEMORY)"
                  + "|^(?:Out of memory: )?Killed process \\d+|^MemoryError\\b"
                  + "|DefaultCPUAllocator: can't allocate memory|Cannot allocate memory",
              "ask for more memory of the node (memory of the cluster profile)"),
          Cause.root(
              "cancelled",
              "(?:slurmstepd|srun): .*CANCELLED AT",
              "somebody or the site ended it; submit it again"),
          Cause.root(
              "killed",
              "^srun: error: .*: task .*: Killed$|^Killed$",
              "look for the out-of-memory killer in the node's kernel log"),
          Cause.root(
              "slurm_refused_step",
              "^srun: error: (?:Unable to create step|.*[Ii]nvalid .*specification"
                  + "|.*Requested node configuration)",
              "compare nodes, GPUs and CPUs of the cluster profile with what the partition has"));

  private SlurmCauses() {}
}
