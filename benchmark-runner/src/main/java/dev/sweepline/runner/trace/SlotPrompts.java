package dev.sweepline.runner.trace;

import dev.sweepline.contract.PromptLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a prompt for each slot of a trace: the one whose length is nearest to the slot's, of
 * several alike the one that was used longest ago. Where the trace or the dataset has no lengths,
 * the prompts follow each other in the dataset's order.
 */
public final class SlotPrompts {
  private final TreeMap<Integer, Deque<PromptLine>> byLength = new TreeMap<>();
  private final Deque<PromptLine> inOrder = new ArrayDeque<>();

  /**
   * @param prompts of the dataset, at least one
   */
  public SlotPrompts(List<PromptLine> prompts) {
    IntStream.range(0, prompts.size()).mapToObj(i -> withId(prompts.get(i), i)).forEach(this::add);
  }

  private static PromptLine withId(PromptLine prompt, int index) {
    String id = prompt.id() == null ? "line-" + (index + 1) : prompt.id();
    return limited(prompt, id, prompt.maxOutputTokens());
  }

  private static PromptLine limited(
      PromptLine prompt, @Nullable String id, @Nullable Integer limit) {
    return new PromptLine(
        id,
        prompt.prompt(),
        prompt.messages(),
        prompt.promptLength(),
        prompt.expectedOutputLength(),
        limit,
        prompt.metadata());
  }

  private void add(PromptLine prompt) {
    inOrder.add(prompt);
    if (prompt.promptLength() != null) {
      byLength.computeIfAbsent(prompt.promptLength(), length -> new ArrayDeque<>()).add(prompt);
    }
  }

  /** One prompt a slot, with the slot's output length as its limit. */
  public List<PromptLine> of(Trace trace) {
    List<PromptLine> chosen = new ArrayList<>();
    for (TraceSlot slot : trace.slots()) {
      Deque<PromptLine> candidates = candidates(slot.inputTokens());
      PromptLine prompt = candidates.remove();
      candidates.add(prompt);
      Integer limit = slot.outputTokens();
      chosen.add(limit == null ? prompt : limited(prompt, prompt.id(), limit));
    }
    return chosen;
  }

  private Deque<PromptLine> candidates(@Nullable Integer length) {
    if (length == null || byLength.isEmpty()) {
      return inOrder;
    }
    Map.Entry<Integer, Deque<PromptLine>> below = byLength.floorEntry(length);
    Map.Entry<Integer, Deque<PromptLine>> above = byLength.ceilingEntry(length);
    if (below == null || above == null) {
      return below == null ? byLength.firstEntry().getValue() : below.getValue();
    }
    return length - below.getKey() <= above.getKey() - length ? below.getValue() : above.getValue();
  }
}
