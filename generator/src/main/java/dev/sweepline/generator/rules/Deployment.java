package dev.sweepline.generator.rules;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.HumanSize;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as rules see it: sizes that are not stated have vLLM's default.
 *
 * @param settings by the one name of each key
 * @param context what else is known
 */
record Deployment(Map<String, Object> settings, Context context) {
  static final String TENSOR = "tensor_parallel_size";
  static final String PIPELINE = "pipeline_parallel_size";
  static final String DATA = "data_parallel_size";
  static final String PREFILL_CONTEXT = "prefill_context_parallel_size";
  static final String EXPERTS = "enable_expert_parallel";
  static final String BALANCING = "enable_eplb";
  static final String REDUNDANT = "eplb_num_redundant_experts";
  static final String BACKEND = "all2all_backend";
  static final String CHUNKED = "enable_chunked_prefill";

  static Deployment of(ServerConfig config, Context context) {
    return new Deployment(config.identity(), context);
  }

  int tensor() {
    return count(TENSOR);
  }

  int pipeline() {
    return count(PIPELINE);
  }

  int data() {
    return count(DATA);
  }

  int prefillContext() {
    return count(PREFILL_CONTEXT);
  }

  /** GPUs of one copy of the model. */
  int replica() {
    return tensor() * pipeline() * prefillContext();
  }

  /** GPUs of the whole server. */
  int used() {
    return replica() * data();
  }

  /** GPUs that share the experts of a layer. */
  int expertRanks() {
    return tensor() * prefillContext() * data();
  }

  int redundant() {
    Integer stated = integer(REDUNDANT);
    return stated == null ? 0 : stated;
  }

  @Nullable Integer nodes() {
    return integer("nodes");
  }

  @Nullable Integer gpusPerNode() {
    return integer("gpus_per_node");
  }

  private int count(String key) {
    Integer stated = integer(key);
    return stated == null || stated < 1 ? 1 : stated;
  }

  /** A stated size, with or without a letter; null when it is not stated, automatic or none. */
  @Nullable Long size(String key) {
    Object value = settings.get(key);
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof String text) {
      try {
        return HumanSize.parse(text);
      } catch (IllegalArgumentException unreadable) {
        return null;
      }
    }
    return null;
  }

  @Nullable Double number(String key) {
    return settings.get(key) instanceof Number number ? (Double) number.doubleValue() : null;
  }

  boolean on(String key) {
    return Boolean.TRUE.equals(settings.get(key));
  }

  boolean off(String key) {
    return Boolean.FALSE.equals(settings.get(key));
  }

  boolean states(String key) {
    return settings.get(key) != null;
  }

  /** A stated whole number; null when it is not stated or something else. */
  @Nullable Integer integer(String key) {
    return settings.get(key) instanceof Number number && number.doubleValue() == number.intValue()
        ? (Integer) number.intValue()
        : null;
  }

  /** A stated text, empty when there is none. */
  String text(String key) {
    return settings.get(key) instanceof String text ? text : "";
  }

  /** The first of these keys that is stated; null for none. */
  @Nullable String firstStated(Stream<String> keys) {
    return keys.filter(this::states).findFirst().orElse(null);
  }
}
