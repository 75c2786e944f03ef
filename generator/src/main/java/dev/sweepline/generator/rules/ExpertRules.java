package dev.sweepline.generator.rules;

import dev.sweepline.generator.model.ModelFacts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How routed experts are spread over GPUs. */
final class ExpertRules {
  private static final String EXTERNAL = "data_parallel_external_lb";
  private static final String DEEP_EP = "deepep_";

  /** Accepted by the parser, and silently replaced by the default. */
  private static final Set<String> GONE_BACKENDS = Set.of("pplx", "naive");

  private static final Set<String> NO_ASYNC_COMMUNICATORS = Set.of("torch_nccl", "pynccl");

  static final List<Rule> ALL =
      List.of(
          Rule.error("experts_of_dense_model", Deployment.EXPERTS, ExpertRules::dense),
          Rule.warning("external_balancing", EXTERNAL, ExpertRules::denseRanks),
          Rule.error("balancing_without_experts", Deployment.BALANCING, ExpertRules::noExperts),
          Rule.error("balancing_one_gpu", Deployment.BALANCING, ExpertRules::oneGpu),
          Rule.error("experts_divisible", Deployment.REDUNDANT, ExpertRules::indivisible),
          Rule.warning("experts_uneven", Deployment.EXPERTS, ExpertRules::uneven),
          Rule.error("backend_gone", Deployment.BACKEND, ExpertRules::goneBackend),
          Rule.warning("backend_one_node", Deployment.BACKEND, ExpertRules::oneNode),
          Rule.error("balancing_communicator", null, ExpertRules::communicator));

  private ExpertRules() {}

  private static @Nullable String dense(Deployment it) {
    ModelFacts model = it.context().model();
    return model != null && model.isDense() && it.on(Deployment.EXPERTS)
        ? "%s has no routed experts to spread; leave it out".formatted(model.name())
        : null;
  }

  /** Ranks of a dense model share nothing. */
  private static @Nullable String denseRanks(Deployment it) {
    ModelFacts model = it.context().model();
    return model != null && model.isDense() && it.on(EXTERNAL)
        ? "%s has no experts that tie its ranks together; leave it out, or start a server a rank"
            .formatted(model.name())
        : null;
  }

  private static @Nullable String noExperts(Deployment it) {
    return it.on(Deployment.BALANCING) && !it.on(Deployment.EXPERTS)
        ? "balances experts that are not spread; set enable_expert_parallel, or leave it out"
        : null;
  }

  private static @Nullable String oneGpu(Deployment it) {
    return it.on(Deployment.BALANCING) && it.expertRanks() == 1
        ? "balances experts of one GPU; leave it out"
        : null;
  }

  /** DeepEP and load balancing want the same number of experts on every GPU. */
  private static @Nullable String indivisible(Deployment it) {
    return wantsEven(it) ? unevenly(it) : null;
  }

  private static @Nullable String uneven(Deployment it) {
    String unevenly = wantsEven(it) ? null : unevenly(it);
    return unevenly == null
        ? null
        : unevenly + "; the GPUs with more of them set the pace, unless they are balanced";
  }

  private static boolean wantsEven(Deployment it) {
    return it.on(Deployment.BALANCING) || it.text(Deployment.BACKEND).startsWith(DEEP_EP);
  }

  private static @Nullable String unevenly(Deployment it) {
    ModelFacts model = it.context().model();
    if (model == null || model.isDense() || !it.on(Deployment.EXPERTS)) {
      return null;
    }
    int ranks = it.expertRanks();
    int experts = model.routedExperts() + it.redundant();
    if (experts % ranks == 0) {
      return null;
    }
    int filling = Math.floorMod(-model.routedExperts(), ranks);
    return "%d experts%s do not divide over %d GPUs; enable_eplb with %s %d would"
        .formatted(
            model.routedExperts(),
            it.redundant() == 0 ? "" : " and %d redundant ones".formatted(it.redundant()),
            ranks,
            Deployment.REDUNDANT,
            filling);
  }

  private static @Nullable String goneBackend(Deployment it) {
    String backend = it.text(Deployment.BACKEND);
    return GONE_BACKENDS.contains(backend)
        ? "%s is gone from vLLM, which takes allgather_reducescatter in its place and says so in its"
                .formatted(backend)
            + " log only; name that, or another"
        : null;
  }

  private static @Nullable String oneNode(Deployment it) {
    String backend = it.text(Deployment.BACKEND);
    Integer nodes = it.nodes();
    return nodes != null && nodes == 1 && backend.startsWith(DEEP_EP)
        ? "%s is made for several nodes, this is one; allgather_reducescatter needs nothing more"
            .formatted(backend)
        : null;
  }

  private static @Nullable String communicator(Deployment it) {
    String communicator = it.text("eplb_config.communicator");
    return it.on(Deployment.BALANCING)
            && NO_ASYNC_COMMUNICATORS.contains(communicator)
            && !it.off("eplb_config.use_async")
        ? "eplb_config.communicator %s does not work asynchronously; set eplb_config.use_async to"
                .formatted(communicator)
            + " false"
        : null;
  }
}
