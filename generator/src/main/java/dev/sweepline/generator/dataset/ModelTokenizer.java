package dev.sweepline.generator.dataset;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts as the server does: with the model's own tokenizer and its special tokens. */
public final class ModelTokenizer implements TokenCounter, AutoCloseable {
  private static final String FILE = "tokenizer.json";

  /** The library would otherwise cut a text to the length that it takes for the model's. */
  private static final Map<String, String> WHOLE_TEXTS =
      Map.of("truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer library;
  private final String name;

  private ModelTokenizer(HuggingFaceTokenizer library, String name) {
    this.library = library;
    this.name = name;
  }

  /**
   * Loads a tokenizer from disk.
   *
   * @param path a {@code tokenizer.json}, or a folder that has one
   * @throws UserError exit code 66 when there is none, 65 when it cannot be loaded
   */
  public static ModelTokenizer load(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          ExitCode.NO_INPUT, file + ": no such tokenizer; name a tokenizer.json or its folder");
    }
    try {
      String digest = Sha256.of(Files.readAllBytes(file)).toString();
      return new ModelTokenizer(
          HuggingFaceTokenizer.newInstance(file.toAbsolutePath(), WHOLE_TEXTS),
          "%s sha256:%s".formatted(file.getFileName(), digest));
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new UserError(
          ExitCode.MALFORMED, "%s: cannot be loaded: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public int count(String text) {
    return library.encode(text).getIds().length;
  }

  /** The file's name and digest: the same on every machine. */
  @Override
  public String tokenizer() {
    return name;
  }

  @Override
  public @Nullable String estimate() {
    return null;
  }

  @Override
  public void close() {
    library.close();
  }
}
