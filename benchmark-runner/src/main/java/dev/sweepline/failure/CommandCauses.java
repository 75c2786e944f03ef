package dev.sweepline.failure;

import java.util.List;

/** Options that vLLM does not take, and programs that are not there. */
final class CommandCauses {
  private static final String VALIDATE = "check it with: sweepline validate";

  static final List<Cause> ALL =
      List.of(
          Cause.root(
              "unrecognized_argument",
              "error: (?:unrecognized arguments|ambiguous option|argument .*ignored explicit"
                  + " argument|the following arguments are required)",
              "this vLLM has no such option; plan again with --vllm-version set to the installed"
                  + " one"),
          Cause.root("invalid_argument", "error: argument \\S+: ", VALIDATE),
          Cause.root(
              "context_too_long",
              "max_model_len \\(.*\\) is greater than the derived max_model_len",
              "lower max_model_len to what the model was made for"),
          Cause.root(
              "command_missing",
              "command not found$|execve\\(\\): .*No such file or directory"
                  + "|^env: .*No such file or directory",
              "name the environment of the server in the cluster profile (modules, activate,"
                  + " server command)"),
          Cause.root(
              "container_missing",
              "pyxis: .*(?:couldn't|failed|error)|enroot.*\\[ERROR]",
              "check the image and the mounts of the cluster profile on a node"),
          Cause.root(
              "import_error",
              "^(?:\\[rank\\d+]: ?)?(?:ModuleNotFoundError|ImportError): ",
              "the server's environment is incomplete or mixed; activate the right one in the"
                  + " cluster profile"));

  /** What the configuration's own checks say where no other cause knows better. */
  static final List<Cause> LESS_EXACT =
      List.of(
          Cause.root("invalid_configuration", "^\\s*(?:Value|Assertion) error, ", VALIDATE),
          Cause.root(
              "disk_full",
              "No space left on device|Disk quota exceeded",
              "free the disk, or move caches and results to a larger one"));

  private CommandCauses() {}
}
