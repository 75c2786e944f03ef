package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilesTest {
  private static final RunName RUN = new RunName("rate10-3fa9c1", 2, 1);
  private static final String EXP_ID = "exp_0123456789ab";

  @Test
  void theFilesOfARunCarryItsName() {
    assertThat(RunFiles.requests(RUN)).isEqualTo("requests_rate10-3fa9c1-r2-a1.jsonl");
    assertThat(RunFiles.requestsPart(RUN)).isEqualTo("requests_rate10-3fa9c1-r2-a1.jsonl.part");
    assertThat(RunFiles.summary(RUN)).isEqualTo("results_rate10-3fa9c1-r2-a1.json");
    assertThat(RunFiles.samples(RUN)).isEqualTo("metrics_rate10-3fa9c1-r2-a1.jsonl");
    assertThat(RunFiles.texts(RUN)).isEqualTo("texts_rate10-3fa9c1-r2-a1.jsonl");
  }

  @Test
  void theFilesOfAnExperimentCarryItsId() {
    assertThat(RunFiles.config(EXP_ID)).isEqualTo("exp_0123456789ab.json");
    assertThat(RunFiles.script(EXP_ID)).isEqualTo("run_exp_0123456789ab_head.sbatch");
    assertThat(RunFiles.jobLog(EXP_ID, "77")).isEqualTo("vllm_exp_0123456789ab_77.out");
    assertThat(RunFiles.logFolder(EXP_ID, "77")).isEqualTo("exp_0123456789ab_77");
    assertThat(RunFiles.processLog("worker", "n1")).isEqualTo("worker-n1.log");
  }

  @Test
  void theFilesOfADatasetCarryItsName() {
    assertThat(RunFiles.dataset("quick_test")).isEqualTo("quick_test.jsonl");
    assertThat(RunFiles.manifest("quick_test")).isEqualTo("quick_test.manifest.json");
  }

  @Test
  void theRunIsReadOffTheNameOfItsRequests() {
    assertThat(RunFiles.runOfRequests(RunFiles.requests(RUN))).contains(RUN);
    assertThat(RunFiles.runOfRequests(RunFiles.requestsPart(RUN))).contains(RUN);
  }

  @ParameterizedTest
  @EnumSource(Packing.class)
  void packedRequestsHaveTheSameRun(Packing packing) {
    String packed = packing.packedName(RunFiles.requests(RUN));
    assertThat(Packing.of(packed)).isEqualTo(packing);
    assertThat(RunFiles.runOfRequests(packed)).contains(RUN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "results_rate10-3fa9c1-r2-a1.json",
        "requests_rate10.jsonl",
        "requests_rate10-3fa9c1-r2-a1.jsonl.bz2",
        ".requests_rate10-3fa9c1-r2-a1.jsonl.gz.7.tmp",
        "x_requests_rate10-3fa9c1-r2-a1.jsonl"
      })
  void otherFilesHaveNoRun(String fileName) {
    assertThat(RunFiles.runOfRequests(fileName)).isEmpty();
  }
}
