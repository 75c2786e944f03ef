package dev.sweepline.generator.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.generator.catalogue.VllmVersion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An installed vLLM: the program that the variable VLLM names, else the one on the PATH.
 *
 * @param python that has it
 */
public record RealVllm(Path python) {
  /** Why a test that needs one is skipped. */
  public static final String MISSING = "a vllm on the PATH, or named by VLLM";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty when there is none. */
  public static Optional<RealVllm> find() throws IOException {
    String named = System.getenv("VLLM");
    Stream<Path> candidates =
        named != null
            ? Stream.of(Path.of(named))
            : Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, "vllm"));
    Optional<Path> program = candidates.filter(Files::isExecutable).findFirst();
    return program.isEmpty() ? Optional.empty() : interpreter(program.get());
  }

  private static Optional<RealVllm> interpreter(Path program) throws IOException {
    try (Stream<String> lines = Files.lines(program, StandardCharsets.UTF_8)) {
      return lines
          .findFirst()
          .filter(line -> line.startsWith("#!/") && line.contains("python"))
          .map(line -> new RealVllm(Path.of(line.substring(2).strip())));
    }
  }

  /** Its version. */
  public VllmVersion version() throws IOException, InterruptedException {
    String code = "import importlib.metadata as m; print(m.version('vllm'))";
    return VllmVersion.parse(run(List.of("-c", code), "").strip());
  }

  /** What its parser says to each line; null where it accepts. */
  public List<@Nullable String> complaints(List<List<String>> lines)
      throws IOException, InterruptedException {
    try (InputStream script = RealVllm.class.getResourceAsStream("/real/parse-lines.py")) {
      String code =
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
      String answers = run(List.of("-c", code), JSON.writeValueAsString(lines));
      return JSON.readValue(answers, new TypeReference<List<@Nullable String>>() {});
    }
  }

  /** What it prints about its options. */
  public String help() throws IOException, InterruptedException {
    String code =
        "import sys; from vllm.entrypoints.cli.main import main;"
            + " sys.argv = ['vllm', 'serve', '--help=all']; main()";
    return run(List.of("-c", code), "");
  }

  private String run(List<String> arguments, String input)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(python.toString()), arguments.stream()).toList())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("VLLM_LOGGING_LEVEL", "ERROR");
    Process process = builder.start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(python + " exits with " + status);
    }
    return output;
  }
}
