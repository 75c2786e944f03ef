package dev.sweepline.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unrecognized_argument | vllm: error: unrecognized arguments: --swap-space 4",
        "unrecognized_argument | vllm serve: error: unrecognized arguments: False",
        "invalid_argument | vllm serve: error: argument --kv-cache-dtype: invalid choice: 'fp9'",
        "context_too_long | Value error, User-specified max_model_len (999999) is greater than the"
            + " derived max_model_len (max_position_embeddings=8192.0)",
        "no_kv_blocks | ValueError: No available memory for the cache blocks. Try increasing it",
        "no_kv_blocks | ValueError: To serve at least one request with the models's max seq len"
            + " (32768), (5.00 GiB KV cache is needed, which is larger than the available KV cache"
            + " memory (2.10 GiB).",
        "out_of_memory | torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.",
        "out_of_memory | RuntimeError: CUDA error: out of memory",
        "gpu_taken | ValueError: Free memory on device cuda:0 (3.1/139.8 GiB) on startup is less"
            + " than desired GPU memory utilization (0.9, 125.8 GiB).",
        "out_of_host_memory | slurmstepd: error: Detected 1 oom_kill event in StepId=7.2.",
        "out_of_host_memory | srun: error: node1: task 0: Out Of Memory",
        "time_limit | slurmstepd: error: *** STEP 7.2 ON n1 CANCELLED AT 2026-01-02T03:04:05 DUE TO"
            + " TIME LIMIT ***",
        "node_failure | srun: error: Node failure on node3",
        "cancelled | slurmstepd: error: *** STEP 7.2 ON n1 CANCELLED AT 2026-01-02T03:04:05 ***",
        "killed | srun: error: node1: task 0: Killed",
        "port_in_use | OSError: [Errno 98] Address already in use",
        "port_in_use | torch.distributed.DistNetworkError: The server socket has failed to listen"
            + " on any local network address. port: 29501, code: -98, name: EADDRINUSE",
        "placement_group | ValueError: The number of required GPUs exceeds the total number of"
            + " available GPUs in the placement group.",
        "workers_missing | torch.distributed.DistStoreError: Timed out after 601 seconds waiting"
            + " for clients. 1/2 clients joined.",
        "nccl | torch.distributed.DistBackendError: NCCL error in: NCCLUtils.hpp:268, unhandled"
            + " system error, ncclSystemError: System call or library failed",
        "gloo | RuntimeError: Gloo connectFullMesh failed with [pair.cc:144] no error",
        "peer_lost | RuntimeError: [pair.cc:598] Connection closed by peer [10.0.0.7]:31337",
        "peer_lost | ncclRemoteError: A call failed possibly due to a network error or a remote"
            + " process exiting prematurely.",
        "missing_weights | OSError: GLM is not a local folder and is not a valid model identifier",
        "missing_weights | HFValidationError: Repo id must be in the form 'name': '/no/model'.",
        "model_access | huggingface_hub.errors.GatedRepoError: 401 Client Error.",
        "damaged_weights | safetensors_rust.SafetensorError: Error while deserializing header",
        "unsupported_model | Value error, Model architectures ['NewLM'] are not supported for now.",
        "import_error | ModuleNotFoundError: No module named 'flash_attn'",
        "import_error | ImportError: libcudart.so.12: cannot open shared object file",
        "command_missing | slurmstepd: error: execve(): vllm: No such file or directory",
        "command_missing | env: 'vllm': No such file or directory",
        "no_gpu | RuntimeError: No CUDA GPUs are available",
        "gpu_fault | RuntimeError: CUDA error: an illegal memory access was encountered",
        "shared_memory | RuntimeError: unable to open shared memory object </torch_1> in read mode",
        "disk_full | OSError: [Errno 28] No space left on device",
        "invalid_configuration | Value error, max_num_batched_tokens (128) is smaller than it",
        "engine_died | RuntimeError: Engine core initialization failed. See root cause above.",
        "collective_timeout | [rank3]:[E1 01:02:03 ProcessGroupNCCL.cpp:616] Watchdog caught"
            + " collective operation timeout: WorkNCCL(SeqNum=7)",
        "crashed | Fatal Python error: Segmentation fault",
        "exception | zmq.error.ZMQError: Too many open files",
        "exception | AssertionError"
      })
  void aLineIsKnownByItsWords(String code, String line) {
    assertThat(Causes.of(line)).map(Cause::code).hasValue(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raise ValueError(",
        "    return func(*args, **kwargs)",
        "Traceback (most recent call last):",
        "non-default args: {'enable_eplb': True, 'max_model_len': 4096}",
        "Loading safetensors checkpoint shards: 100% Completed | 92/92 [00:41<00:00,  2.2it/s]"
      })
  void ordinaryLinesAreNoCause(String line) {
    assertThat(Causes.of(line)).isEmpty();
  }
}
