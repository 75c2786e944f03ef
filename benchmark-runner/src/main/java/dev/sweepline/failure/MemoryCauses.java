package dev.sweepline.failure;

import java.util.List;

/** GPUs that are too small, taken, broken or not there. */
final class MemoryCauses {
  static final List<Cause> ALL =
      List.of(
          Cause.root(
              "no_kv_blocks",
              "No available memory for the cache blocks"
                  + "|larger than the available KV cache memory"
                  + "|KV cache is needed, which is larger"
                  + "|larger than the maximum number of tokens that can be stored in KV cache",
              "raise gpu_memory_utilization, lower max_model_len, or spread the model over more"
                  + " GPUs"),
          Cause.root(
              "gpu_taken",
              "Free memory on device .* is less than desired",
              "another process holds the GPU: end it, or take the node exclusively"),
          Cause.root(
              "out_of_memory",
              "OutOfMemoryError|CUDA out of memory|HIP out of memory|CUDA error: out of memory"
                  + "|cudaErrorMemoryAllocation",
              "lower gpu_memory_utilization, max_num_batched_tokens or max_num_seqs, or spread the"
                  + " model over more GPUs"),
          Cause.root(
              "shared_memory",
              "(?i:bus error)|unable to (?:open|allocate|resize) shared memory|/dev/shm",
              "give the node or container more shared memory (/dev/shm)"),
          Cause.root(
              "gpu_fault",
              "uncorrectable ECC|illegal memory access|CUDA error: unspecified launch failure"
                  + "|NVRM: Xid|device-side assert",
              "leave this node out and tell the site; if it comes again elsewhere, it is vLLM"),
          Cause.root(
              "no_gpu",
              "No CUDA GPUs are available|no CUDA-capable device|Failed to infer device type"
                  + "|Found no NVIDIA driver|driver on your system is too old"
                  + "|no kernel image is available|CUDA driver version is insufficient",
              "compare the node's GPUs and driver with what this vLLM was built for, and the GPUs"
                  + " asked for in the cluster profile"));

  private MemoryCauses() {}
}
