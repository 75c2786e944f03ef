package dev.sweepline.runner.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a run's answers, a line each, in a file of their own, so that it can be deleted
 * without harm.
 */
public final class TextsFile implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String REQUEST_ID = "request_id";
  private static final String TEXT = "text";
  private static final String MASK = "<secret>";

  /** What is shorter stands in many texts by chance, and protects nothing. */
  private static final int SHORTEST_SECRET = 4;

  private final Path path;
  private final List<String> secrets;
  private final FileChannel channel;
  private final LineChannel lines;

  private TextsFile(Path path, List<String> secrets, FileChannel channel) {
    this.path = path;
    this.secrets = secrets.stream().filter(secret -> secret.length() >= SHORTEST_SECRET).toList();
    this.channel = channel;
    this.lines = new LineChannel(channel);
  }

  /**
   * What is kept of an answer.
   *
   * @param requestId as in the request's record
   */
  public record Kept(String requestId, String text) {}

  /**
   * Opens the file of a run.
   *
   * @param folder of the experiment
   * @param secrets masked in the texts: a server may quote them
   * @throws UserError when it cannot be written, exit code 76
   */
  public static TextsFile create(Path folder, RunName run, List<String> secrets) {
    Path path = folder.resolve(RunFiles.texts(run));
    try {
      FileChannel channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      return new TextsFile(path, secrets, channel);
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(path, e);
    }
  }

  /**
   * Appends an answer.
   *
   * @throws UserError when it cannot be written, exit code 76
   */
  public void append(Kept kept) {
    String masked = kept.text();
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    Map<String, String> line = new LinkedHashMap<>();
    line.put(REQUEST_ID, kept.requestId());
    line.put(TEXT, masked);
    try {
      lines.append(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("two texts are JSON", e);
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(path, e);
    }
  }

  /** The texts of a run by request id; empty when they were not kept. */
  public static Map<String, String> read(Path folder, RunName run) {
    Path path = folder.resolve(RunFiles.texts(run));
    Map<String, String> texts = new HashMap<>();
    if (!Files.exists(path)) {
      return texts;
    }
    try {
      for (String line : Files.readAllLines(path)) {
        JsonNode kept = JSON.readTree(line);
        texts.put(kept.path(REQUEST_ID).asText(), kept.path(TEXT).asText());
      }
      return texts;
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(path, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(path, e);
    }
  }
}
