package dev.sweepline.generator.sweep.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sweepline.contract.ServerConfig;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sweep, as it is written.
 *
 * @param name of the phase that its points belong to; several parts may share it
 * @param design how points are chosen
 * @param points how many, for the designs that draw; null for the others
 * @param seed of the designs that draw
 * @param set values on top of the sweep's base
 * @param axes a dimension each
 * @param zipped axes that go together, a dimension for each group
 * @param when axes that only some points have
 * @param exclude points that are left out
 */
public record SweepPart(
    String name,
    Design design,
    @Nullable Integer points,
    long seed,
    Map<String, Object> set,
    LinkedHashMap<String, Levels> axes,
    List<LinkedHashMap<String, Levels>> zipped,
    List<Condition> when,
    List<Match> exclude) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final int MOST_POINTS = 1_000_000;
  private static final long DEFAULT_SEED = 42;

  /**
   * From what a file says; what is left out has its default.
   *
   * @throws IllegalArgumentException when it cannot be meant so
   */
  @JsonCreator
  static SweepPart of(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("design") @Nullable Design design,
      @JsonProperty("points") @Nullable Integer points,
      @JsonProperty("seed") @Nullable Long seed,
      @JsonProperty("set") @Nullable Map<String, Object> set,
      @JsonProperty("axes") @Nullable LinkedHashMap<String, Levels> axes,
      @JsonProperty("zipped") @Nullable List<LinkedHashMap<String, Levels>> zipped,
      @JsonProperty("when") @Nullable List<Condition> when,
      @JsonProperty("exclude") @Nullable List<Match> exclude) {
    return new SweepPart(
        name == null ? "" : name,
        design == null ? Design.FULL : design,
        points,
        seed == null ? DEFAULT_SEED : seed,
        set == null ? Map.of() : set,
        axes == null ? new LinkedHashMap<>() : axes,
        zipped == null ? List.of() : zipped,
        when == null ? List.of() : when,
        exclude == null ? List.of() : exclude);
  }

  public SweepPart {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must be of letters, digits, _ . and -, got: " + name);
    }
    if (draws(design) != (points != null)) {
      throw new IllegalArgumentException(
          "points must be given for design random and latin_hypercube, and only there");
    }
    if (points != null && (points < 1 || points > MOST_POINTS)) {
      throw new IllegalArgumentException(
          "points must be from 1 to %d, got: %d".formatted(MOST_POINTS, points));
    }
    set.values().forEach(Scalars::checked);
    zipped = List.copyOf(zipped);
    when = List.copyOf(when);
    exclude = List.copyOf(exclude);
    checkStatedOnce(Dimension.all(axes, zipped));
  }

  private static boolean draws(Design design) {
    return design == Design.RANDOM || design == Design.LATIN_HYPERCUBE;
  }

  /** Keys of conditions may repeat: they count in different points, and the later one wins. */
  private static void checkStatedOnce(List<Dimension> dimensions) {
    Set<String> names = new HashSet<>();
    dimensions.stream()
        .flatMap(dimension -> dimension.names().stream())
        .filter(Predicate.not(names::add))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new IllegalArgumentException(twice + " is an axis twice");
            });
  }

  /**
   * The levels of each point, in order.
   *
   * @param base with the values of {@link #set()} in it
   * @param pinned keys whose axes are dropped
   * @throws IllegalArgumentException when there are too many points, or fewer than asked for
   */
  public List<Map<String, Object>> levels(ServerConfig base, Predicate<String> pinned) {
    return sampler()
        .points(
            new Space(base.identity(), Dimension.all(axes, zipped), when, exclude).pinned(pinned));
  }

  private Sampler sampler() {
    int count = points == null ? 0 : points;
    return switch (design) {
      case FULL -> new FullProduct();
      case ONE_AT_A_TIME -> new OneAtATime();
      case RANDOM -> new RandomSample(count, seed);
      case LATIN_HYPERCUBE -> new LatinHypercube(count, seed);
    };
  }

  /** What it varies, a line for each dimension, for people. */
  public List<String> matrix() {
    return Stream.concat(
            Dimension.all(axes, zipped).stream().map(Dimension::toString),
            when.stream()
                .flatMap(it -> it.dimensions().stream().map(d -> d + " when " + it.match())))
        .toList();
  }

  /** How points are chosen, for people. */
  public String designName() {
    return switch (design) {
      case FULL -> "full product";
      case ONE_AT_A_TIME -> "one at a time";
      case RANDOM -> "random sample of " + points;
      case LATIN_HYPERCUBE -> "latin hypercube of " + points;
    };
  }
}
