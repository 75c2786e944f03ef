package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.UserError;
import dev.sweepline.simulator.engine.EngineSettings;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OptionsTest {
  @Test
  void theModelIsTheFirstArgumentOrAnOption() {
    assertThat(RunningSimulator.simulation("a/b", "--port", "1").settings().model().name())
        .isEqualTo("a/b");
    assertThat(
            RunningSimulator.simulation("--port", "1", "--model", "a/b").settings().model().name())
        .isEqualTo("a/b");
  }

  @Test
  void servedNamesStandForTheModel() {
    Simulation simulation =
        RunningSimulator.simulation("a/b", "--served-model-name", "x", "y", "--unknown", "z");

    assertThat(simulation.settings().model().names()).containsExactly("x", "y");
    assertThat(simulation.settings().model().root()).isEqualTo("a/b");
  }

  @Test
  void optionsOfVllmWithoutAMeaningAreAcceptedInEveryForm() {
    Simulation simulation =
        RunningSimulator.simulation(
            "m",
            "--swap-space",
            "4",
            "--dtype=bfloat16",
            "--trust-remote-code",
            "--no-enable-expert-parallel",
            "-tp",
            "8",
            "--compilation-config",
            "{\"level\": 3}",
            "--eplb-config.window_size",
            "-1");

    assertThat(simulation.ignored())
        .containsExactly(
            "--swap-space",
            "--dtype",
            "--trust-remote-code",
            "--no-enable-expert-parallel",
            "-tp",
            "--compilation-config",
            "--eplb-config.window_size");
  }

  @Test
  void aValueOfAnUnknownOptionIsNotTheModel() {
    assertThatThrownBy(() -> RunningSimulator.simulation("--dtype", "bfloat16"))
        .isInstanceOf(UserError.class)
        .hasMessage("no model: give it as the first argument or by --model");
  }

  @Test
  void anOptionGivenTwiceHasItsLastValue() {
    assertThat(
            RunningSimulator.simulation("m", "--port", "1", "--port", "2").settings().door().port())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"8192,8192", "16k,16000", "16K,16384", "1.5k,1500"})
  void numbersOfTokensAreReadAsVllmReadsThem(String text, int tokens) {
    assertThat(new TokenCount().convert(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--max-num-seqs=0",
        "--max-num-seqs=many",
        "--max-num-seqs=512 --max-num-batched-tokens=256",
        "--max-num-batched-tokens=8192 --no-enable-chunked-prefill",
        "--gpu-memory-utilization=1.9",
        "--gpu-memory-utilization=0.6",
        "--block-size=0",
        "--port=70000",
        "--fail-rate=2",
        "--empty-rate=-0.1",
        "--fail-rate=0.6 --empty-rate=0.6",
        "--fault=stahl=0.1",
        "--fault=stall=2",
        "--fault=stall",
        "--fault=stall=0.6,reset=0.6",
        "--stall-seconds=-1",
        "--tokens-per-event=0",
        "--turn-away-rate=1.5",
        "--gateway-limit=0",
        "--metrics-reset-after=0",
        "--run-sd=-1",
        "--crash-after=0",
        "--start-sd=NaN",
        "--time-model=quick",
        "--time-scale=0",
        "--max_num_seqs=8",
        "--model=other",
      })
  void aWrongValueIsOneLineAndExitCode2(String options) {
    String[] arguments = Pattern.compile(" ").split("m --port=0 " + options, 0);

    assertThat(CommandShell.run(new SimulateCommand(), arguments)).isEqualTo(2);
  }

  @Test
  void fp8DoublesTheBlocks() {
    int plain = engine("m").blocks();

    assertThat(engine("m", "--kv-cache-dtype", "fp8_e4m3").blocks())
        .isBetween(2 * plain, 2 * plain + 1);
  }

  @Test
  void moreMemoryGivesMoreBlocks() {
    assertThat(engine("m", "--gpu-memory-utilization", "0.95").blocks())
        .isGreaterThan(engine("m", "--gpu-memory-utilization", "0.90").blocks());
  }

  @Test
  void timesAreScaled() {
    assertThat(ModelProfile.EIGHT_GPUS.cost().times(0.5).nanos(10, 100))
        .isEqualTo(ModelProfile.EIGHT_GPUS.cost().nanos(10, 100) / 2);
  }

  @Test
  void theSpeedFactorFollowsTheSeed() {
    assertThat(SpeedFactor.draw(5, 0.01)).isEqualTo(SpeedFactor.draw(5, 0.01));
    assertThat(SpeedFactor.draw(5, 0.01)).isNotEqualTo(SpeedFactor.draw(6, 0.01));
    assertThat(SpeedFactor.draw(5, 0).value()).isEqualTo(1);
  }

  @Test
  void startsWithoutASeedDiffer() {
    assertThat(RunningSimulator.simulation("m", "--start-sd", "0.01").startLine())
        .isNotEqualTo(RunningSimulator.simulation("m", "--start-sd", "0.01").startLine());
  }

  private static EngineSettings engine(String... arguments) {
    ServeOptions serve = new ServeOptions();
    CommandLine line = new CommandLine(serve);
    line.setUnmatchedArgumentsAllowed(true).parseArgs(arguments);
    return ModelProfile.EIGHT_GPUS.engine(serve, 1);
  }
}
