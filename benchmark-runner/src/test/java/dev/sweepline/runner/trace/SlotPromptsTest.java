package dev.sweepline.runner.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.PromptLine;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SlotPromptsTest {
  private static PromptLine prompt(@Nullable String id, @Nullable Integer length) {
    return new PromptLine(id, "text", null, length, 77, null, null);
  }

  private static Trace trace(@Nullable Integer... lengths) {
    return Trace.of(
        "0".repeat(64), Stream.of(lengths).map(length -> new TraceSlot(0, length, 5)).toList());
  }

  @Test
  void theNearestLengthIsChosen() {
    SlotPrompts prompts =
        new SlotPrompts(List.of(prompt("a", 10), prompt("b", 100), prompt("c", 1000)));
    assertThat(prompts.of(trace(1, 54, 56, 5000, 550, 551)))
        .extracting(PromptLine::id)
        .containsExactly("a", "a", "b", "c", "b", "c");
  }

  @Test
  void ofSeveralAlikeTheOneUsedLongestAgoIsChosen() {
    SlotPrompts prompts = new SlotPrompts(List.of(prompt("a", 10), prompt("b", 10)));
    assertThat(prompts.of(trace(10, 10, 10)))
        .extracting(PromptLine::id)
        .containsExactly("a", "b", "a");
  }

  @Test
  void withoutLengthsThePromptsFollowInOrder() {
    SlotPrompts prompts = new SlotPrompts(List.of(prompt(null, 10), prompt(null, 500)));
    assertThat(prompts.of(trace(null, null, null)))
        .extracting(PromptLine::id)
        .containsExactly("line-1", "line-2", "line-1");
    SlotPrompts unknown = new SlotPrompts(List.of(prompt("a", null), prompt("b", null)));
    assertThat(unknown.of(trace(500, 500))).extracting(PromptLine::id).containsExactly("a", "b");
  }

  @Test
  void theTracesOutputLengthIsTheLimit() {
    assertThat(new SlotPrompts(List.of(prompt("a", 10))).of(trace(10)))
        .extracting(PromptLine::outputLimit)
        .containsExactly(5);
  }
}
