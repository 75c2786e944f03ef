package dev.sweepline.generator.model;

/**
 * A kind of GPU.
 *
 * @param name as it is asked for
 * @param memoryBytes of each
 * @param fp8 whether it computes with FP8 numbers
 */
public record Gpu(String name, long memoryBytes, Fp8 fp8) {
  /** Whether a GPU computes with FP8 numbers. */
  public enum Fp8 {
    /** In hardware. */
    NATIVE,
    /** It stores them only. */
    STORED
  }
}
