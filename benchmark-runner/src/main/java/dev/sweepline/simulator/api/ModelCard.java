package dev.sweepline.simulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The model that is served.
 *
 * @param root its path or hub name
 * @param names that requests may use; the first is the one in answers and metrics
 * @param maxModelLen tokens of prompt and answer together at most
 * @param answerTokens after which an answer that may end does
 */
public record ModelCard(String root, List<String> names, int maxModelLen, int answerTokens) {
  public ModelCard {
    names = List.copyOf(names);
  }

  /** The name in answers and metrics. */
  public String name() {
    return names.get(0);
  }

  /**
   * The body of {@code /v1/models}.
   *
   * @param created UNIX seconds
   */
  public String listing(long created) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = root.putArray("data");
    for (String name : names) {
      data.addObject()
          .put("id", name)
          .put("object", "model")
          .put("created", created)
          .put("owned_by", "vllm")
          .put("root", this.root)
          .putNull("parent")
          .put("max_model_len", maxModelLen);
    }
    return root.toString();
  }
}
