package dev.sweepline.runner.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelfTestTableTest {
  private final String table = SelfTestTable.of(Documented.selfTest());

  @Test
  void itFitsATerminalOf80Columns() {
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void itsErrorsAreInMilliseconds() {
    assertThat(table.lines().map(SelfTestTableTest::words))
        .contains("time to first token 0.06 0.32 0.75", "time between tokens 0.00 0.01 0.02");
  }

  @Test
  void everyStepSaysWhatWasReachedAndWhyItWasTooMuch() {
    assertThat(table.lines().map(SelfTestTableTest::words))
        .contains(
            "requests/s 4,000 3,999 0.39 0.24 21 % 68 % borne",
            "events/s 320,000 187,220 – 6.12 70 % 100 % server busy",
            "open streams 8,000 4,096 – 0.40 15 % 40 % open files");
  }

  @Test
  void theVerdictSaysWhatItMeansAndWhatTheCeilingIs() {
    assertThat(table)
        .contains("verdict: good – times are right to 0.32 ms, up to half of the ceiling")
        .contains("ceiling: 4,000 requests/s, 160,000 events/s, 4,000 open streams");
  }

  private static String words(String line) {
    return line.strip().replaceAll(" +", " ");
  }
}
