package dev.sweepline.generator;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "sbatch")
final class SbatchCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
