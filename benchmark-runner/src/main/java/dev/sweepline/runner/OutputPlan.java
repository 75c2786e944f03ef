package dev.sweepline.runner;

import dev.sweepline.contract.Packing;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How runs end, and what is made of their files then.
 *
 * @param grace how long requests in flight may go on after a signal
 * @param packing of the files of a finished run
 * @param vllmJson result file in vLLM's form; null for none
 * @param keepText whether the texts of answers are kept
 */
record OutputPlan(Duration grace, Packing packing, @Nullable Path vllmJson, boolean keepText) {

  /**
   * Where the result of a load goes in vLLM's form; null for nowhere.
   *
   * @param loadId stands before the file's ending when the call has several loads
   */
  @Nullable Path vllmJson(String loadId, int loads) {
    if (vllmJson == null || loads == 1) {
      return vllmJson;
    }
    String name = vllmJson.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return vllmJson.resolveSibling(name.substring(0, dot) + "-" + loadId + name.substring(dot));
  }
}
