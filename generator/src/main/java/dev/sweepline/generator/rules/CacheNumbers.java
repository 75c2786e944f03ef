package dev.sweepline.generator.rules;

import dev.sweepline.generator.model.Gpu.Precision;

/**
 * The numbers that a cache is kept in.
 *
 * @param bytes of each
 * @param precision what a GPU must compute with
 */
record CacheNumbers(double bytes, Precision precision) {
  private static final double TWO_BYTES = 2;

  /** By the value of {@code kv_cache_dtype}; whatever has no narrow name is 16 bits wide. */
  static CacheNumbers of(String type) {
    if (type.startsWith("nvfp4")) {
      return new CacheNumbers(0.5, Precision.FP4);
    }
    if (type.startsWith("int4") || type.startsWith("turboquant")) {
      return new CacheNumbers(0.5, Precision.BF16);
    }
    if (type.startsWith("int8")) {
      return new CacheNumbers(1, Precision.BF16);
    }
    return type.startsWith("fp8")
        ? new CacheNumbers(1, Precision.FP8)
        : new CacheNumbers(TWO_BYTES, Precision.BF16);
  }
}
