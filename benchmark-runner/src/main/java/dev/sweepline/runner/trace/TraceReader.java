package dev.sweepline.runner.trace;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads traces: JSON lines, or else CSV. */
public final class TraceReader {
  private TraceReader() {}

  /**
   * Reads a trace.
   *
   * @throws UserError when there is none or it is empty, exit code 66
   * @throws ContractException when a line is not a slot, exit code 65
   */
  public static Trace read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.NO_INPUT, "--trace: %s: cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    String text = text(file, bytes);
    List<TraceSlot> slots =
        text.stripLeading().startsWith("{")
            ? JsonlTrace.slots(file.toString(), text)
            : CsvTrace.slots(file.toString(), text);
    Trace trace = Trace.of(sha256(bytes), slots);
    if (trace.slots().isEmpty()) {
      throw new UserError(
          ExitCode.NO_INPUT, "--trace: %s: has no request with an answer".formatted(file));
    }
    return trace;
  }

  private static String text(Path file, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ContractException.at(file.toString(), 0, "", "must be UTF-8");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
