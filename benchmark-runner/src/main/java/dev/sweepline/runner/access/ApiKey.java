package dev.sweepline.runner.access;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the API key. No message quotes what was found. */
public final class ApiKey {
  private static final String VARIABLE = "OPENAI_API_KEY";

  private ApiKey() {}

  /**
   * The key in the file, else that of the environment; null when there is neither.
   *
   * @param file null for the environment
   * @param environment the variable's value; null when it is not set
   * @param warnings gets a line when others can read the file
   * @throws UserError exit code 66 when the file is missing or empty, 65 when it holds no key
   */
  public static @Nullable String find(
      @Nullable Path file, @Nullable String environment, Consumer<String> warnings) {
    if (file == null) {
      return environment == null || environment.isBlank()
          ? null
          : fit(environment.strip(), VARIABLE);
    }
    String key;
    try {
      key = Files.readString(file).strip();
      if (isOpenToOthers(file)) {
        warnings.accept("--api-key-file %s: others can read it; chmod 600 it".formatted(file));
      }
    } catch (IOException e) {
      throw new UserError(
          ExitCode.NO_INPUT, "--api-key-file %s: cannot be read".formatted(file), e);
    }
    if (key.isEmpty()) {
      throw new UserError(ExitCode.NO_INPUT, "--api-key-file %s: is empty".formatted(file));
    }
    return fit(key, "--api-key-file " + file);
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException otherKindOfPermissions) {
      return false;
    }
  }

  /** From the environment of this process. */
  public static @Nullable String ofEnvironment() {
    return System.getenv(VARIABLE);
  }

  private static String fit(String key, String source) {
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new UserError(
          ExitCode.MALFORMED,
          "%s: must hold one key on one line, in characters that an HTTP header can carry"
              .formatted(source));
    }
    return key;
  }
}
