package dev.sweepline.analytics.source;

import java.io.Serializable;

/**
 * A file below a results folder.
 *
 * @param uri where Hadoop's FileSystem finds it
 * @param name path below the results folder, with forward slashes; with the folder's own name
 *     before it where two folders hold the same path
 * @param bytes its size when it was listed
 * @param modifiedMs when it was changed last, as it was listed; milliseconds since 1970, UTC
 */
public record SourceFile(String uri, String name, long bytes, long modifiedMs)
    implements Serializable {
  /** The last part of the path. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The same file under another name of its folder. */
  SourceFile in(String folder) {
    return new SourceFile(uri, folder + fileName(), bytes, modifiedMs);
  }

  /** The path of a neighbour in the same folder. */
  String sibling(String otherName) {
    return name.substring(0, name.length() - fileName().length()) + otherName;
  }
}
