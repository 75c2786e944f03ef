package dev.sweepline.contract;

/** How a file of lines is packed when its run has ended; its name ends accordingly. */
public enum Packing {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

  private final String suffix;

  Packing(String suffix) {
    this.suffix = suffix;
  }

  /** How the file of this name is packed. */
  public static Packing of(String fileName) {
    for (Packing packing : values()) {
      if (packing != NONE && fileName.endsWith(packing.suffix)) {
        return packing;
      }
    }
    return NONE;
  }

  /** The name of a plain file when it is packed so. */
  public String packedName(String plainName) {
    return plainName + suffix;
  }

  /** The name before it was packed so. */
  public String plainName(String packedName) {
    return packedName.substring(0, packedName.length() - suffix.length());
  }
}
