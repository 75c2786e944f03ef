package dev.sweepline.generator;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err warnings and progress
 */
record Terminal(PrintWriter out, PrintWriter err) {
  /** The streams of a command, which picocli has set before it is called. */
  static Terminal of(@Nullable CommandSpec spec) {
    CommandSpec known = Objects.requireNonNull(spec, "spec");
    return new Terminal(known.commandLine().getOut(), known.commandLine().getErr());
  }
}
