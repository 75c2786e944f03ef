package dev.sweepline.generator.model;

import dev.sweepline.cli.NearestName;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.yaml.Yaml;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of GPU.
 *
 * @param name as it is asked for
 * @param memoryGb of each, in 10^9 bytes
 * @param precision the narrowest numbers that it computes with
 */
public record Gpu(String name, int memoryGb, Precision precision) {
  private static final long BYTES_PER_GB = 1_000_000_000L;

  /** Kinds of numbers, from wide to narrow. */
  public enum Precision {
    /** 16 bits. */
    BF16,
    /** 8 bits too. */
    FP8,
    /** 4 bits too. */
    FP4
  }

  /**
   * One by its name, in any case of letters.
   *
   * @throws UserError exit code 2 when it is not known
   */
  public static Gpu named(String name) {
    List<Gpu> known = List.of(Yaml.resource(Gpu[].class, Gpu.class, "gpus.yaml"));
    return known.stream()
        .filter(gpu -> gpu.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, known.stream().map(Gpu::name).toList()));
  }

  private static UserError unknown(String name, List<String> known) {
    Stream<String> first = NearestName.ranked(name, known).stream();
    List<String> names = Stream.concat(first, known.stream()).distinct().toList();
    return new UserError(
        ExitCode.USAGE, "unknown GPU %s; known are %s".formatted(name, String.join(", ", names)));
  }

  /** Of one GPU. */
  public long memoryBytes() {
    return memoryGb * BYTES_PER_GB;
  }

  /** Whether it computes with such numbers. */
  public boolean computesWith(Precision numbers) {
    return precision.compareTo(numbers) >= 0;
  }
}
