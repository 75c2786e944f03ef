package dev.sweepline.runner.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.contract.RequestRate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RhythmTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void aLongRunIsSampledAsAskedFor() {
    Load load = Load.closed(4).durationS(600.0).seed(1).build();

    assertThat(Rhythm.of(1, load).pauseNs(0, 0, 0)).isEqualTo(SECOND);
  }

  @Test
  void aShortRunIsSampledTwentyTimes() {
    Load load =
        Load.open(new RequestRate(10)).arrival(Arrival.POISSON).requests(80).seed(1).build();

    assertThat(Rhythm.of(1, load).pauseNs(0, 0, 0)).isEqualTo(8 * SECOND / 20);
  }

  @Test
  void aRampLastsAsLongAsItSays() {
    Load load = LoadBuilder.ramp(1, 5, 10).durationS(10.0).seed(1).build();

    assertThat(Rhythm.of(1, load).expectedS()).isEqualTo(10);
  }

  @Test
  void samplesOfARunOfUnknownLengthGrowApart() {
    Rhythm rhythm = Rhythm.of(1, Load.closed(4).requests(100).seed(1).build());

    assertThat(rhythm.pauseNs(0, 0, 0)).isEqualTo(SECOND / 20);
    assertThat(rhythm.pauseNs(10 * SECOND, 0, 0)).isEqualTo(SECOND / 2);
    assertThat(rhythm.pauseNs(100 * SECOND, 0, 0)).isEqualTo(SECOND);
  }

  @Test
  void thePauseIsWhatTheSampleLeaves() {
    assertThat(new Rhythm(1, 600).pauseNs(0, SECOND / 10, 0)).isEqualTo(SECOND * 9 / 10);
  }

  @Test
  void aSlowServerIsAskedNoMoreThanHalfOfTheTime() {
    assertThat(new Rhythm(1, 600).pauseNs(0, 4 * SECOND, 0)).isEqualTo(4 * SECOND);
  }

  @Test
  void failuresInARowMakeItRarerUpToALimit() {
    Rhythm rhythm = new Rhythm(1, 600);

    assertThat(rhythm.pauseNs(0, 0, 1)).isEqualTo(2 * SECOND);
    assertThat(rhythm.pauseNs(0, 0, 3)).isEqualTo(8 * SECOND);
    assertThat(rhythm.pauseNs(0, 0, 1000)).isEqualTo(16 * SECOND);
  }
}
