package dev.sweepline.analytics.source;

import java.io.Serializable;

/**
 * A file below a results folder.
 *
 * @param uri where Hadoop's FileSystem finds it
 * @param name path below the results folder, with forward slashes
 * @param bytes its size when it was listed
 */
public record SourceFile(String uri, String name, long bytes) implements Serializable {
  /** The last part of the path. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The path of a neighbour in the same folder. */
  String sibling(String otherName) {
    return name.substring(0, name.length() - fileName().length()) + otherName;
  }
}
