package dev.sweepline.generator.validation;

import dev.sweepline.contract.ServerConfig;
import java.nio.file.Path;

/**
 * A configuration that is checked.
 *
 * @param file that it stands in
 * @param name inside that file
 * @param config what it says
 * @param origin who wrote it
 */
record Subject(Path file, String name, ServerConfig config, Origin origin) {
  /** Who wrote a configuration. */
  enum Origin {
    /** Perhaps an older tool, for an older server. */
    FILE,
    /** The author of a sweep, for the server that it is checked against. */
    SWEEP
  }
}
