package dev.sweepline.runner.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EngineLivesTest {
  private static final Map<String, String> CONFIG = Map.of("block_size", "16");

  private final EngineLives lives = new EngineLives();

  private @Nullable Map<String, String> seen(
      String engine, @Nullable Double createdS, double tokens) {
    return lives.newConfig(
        new EngineReading(
            new EngineKey(engine, "m"),
            Map.of(ServerFigure.GENERATION_TOKENS, tokens),
            createdS,
            CONFIG));
  }

  @Test
  void theLabelsAreNewsOnceAnEngine() {
    assertThat(seen("0", 1.0, 0)).isEqualTo(CONFIG);
    assertThat(seen("1", 1.0, 0)).isEqualTo(CONFIG);
    assertThat(seen("0", 1.0, 5)).isNull();
    assertThat(seen("1", 1.0, 5)).isNull();
  }

  @Test
  void theyAreNewsAgainAfterAnotherStart() {
    seen("0", 1.0, 0);

    assertThat(seen("0", 2.0, 7)).isEqualTo(CONFIG);
    assertThat(seen("0", 2.0, 8)).isNull();
  }

  @Test
  void aCounterThatGoesBackIsAnotherStart() {
    seen("0", null, 7);

    assertThat(seen("0", null, 6)).isEqualTo(CONFIG);
  }

  @Test
  void aGaugeMayGoBack() {
    EngineReading busy =
        new EngineReading(new EngineKey("0", "m"), Map.of(ServerFigure.RUNNING, 3.0), null, CONFIG);
    EngineReading idle =
        new EngineReading(new EngineKey("0", "m"), Map.of(ServerFigure.RUNNING, 0.0), null, CONFIG);
    lives.newConfig(busy);

    assertThat(lives.newConfig(idle)).isNull();
  }
}
