package dev.sweepline.contract;

/**
 * What wrote a file.
 *
 * @param name of the program
 * @param version of the program
 * @param java version of the Java runtime
 */
public record Tool(String name, String version, String java) {
  /** This program on this runtime. */
  public static Tool current() {
    String version = Tool.class.getPackage().getImplementationVersion();
    return new Tool(
        "sweepline", version == null ? "dev" : version, System.getProperty("java.version"));
  }
}
