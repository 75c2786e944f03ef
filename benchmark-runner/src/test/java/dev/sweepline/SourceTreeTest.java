package dev.sweepline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sizes and names of the main sources of each module. */
class SourceTreeTest {
  private static final int HALF_UNDER = 100;
  private static final int MOST_UNDER = 300;
  private static final int MOST_PERCENT = 90;
  private static final int ALL_UP_TO = 400;
  private static final int LISTED = 5;

  /** A name that says nothing of a subject. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile("\\b(?:class|record|enum|interface) \\w*(?:Utils?|Helpers?|Manager|Impl)\\b");

  /** A main source file; {@code package-info.java} is none. */
  record Source(Path file, List<String> lines) {
    int size() {
      return lines.size();
    }

    @Override
    public String toString() {
      return "%5d %s".formatted(size(), file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"benchmark-runner", "generator", "analytics"})
  void classesStaySmall(String module) {
    List<Source> sources = sources(module);
    int count = sources.size();
    System.out.printf(Locale.ROOT, "%s: %d classes, the largest:%n", module, count);
    sources.stream().limit(LISTED).forEach(System.out::println);
    assertThat(sources).filteredOn(source -> source.size() > ALL_UP_TO).isEmpty();
    assertThat(under(MOST_UNDER, sources) * 100).isGreaterThanOrEqualTo(MOST_PERCENT * count);
    assertThat(under(HALF_UNDER, sources) * 2).isGreaterThanOrEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"benchmark-runner", "generator", "analytics"})
  void classesAreNamedAfterASubject(String module) {
    assertThat(sources(module))
        .flatExtracting(Source::lines)
        .noneMatch(line -> EMPTY_NAME.matcher(line).find());
  }

  private static int under(int lines, List<Source> sources) {
    return Math.toIntExact(sources.stream().filter(source -> source.size() < lines).count());
  }

  /** Largest first. */
  private static List<Source> sources(String module) {
    Path root = Path.of(System.getProperty("sweepline.root"));
    try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> new Source(root.relativize(file), lines(file)))
          .sorted(Comparator.comparingInt(Source::size).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
