package dev.sweepline.generator;

import dev.sweepline.generator.output.OutputTree;
import dev.sweepline.generator.output.OutputTree.Existing;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of all commands that write files. */
final class OverwriteOption {
  @Option(names = "--force", description = "Replace files that have other content.")
  private boolean force;

  /** The tree below a folder that the command may write. */
  OutputTree tree(Path root) {
    return new OutputTree(root, force ? Existing.REPLACE : Existing.REFUSE);
  }
}
