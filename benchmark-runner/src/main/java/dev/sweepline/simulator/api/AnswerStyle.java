package dev.sweepline.simulator.api;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the JSON of an answer looks.
 *
 * @param tokensPerEvent as with a server's stream interval, at least 1
 * @param omitted parts that a good answer has
 */
public record AnswerStyle(
    Voice voice,
    Vocabulary vocabulary,
    Opening opening,
    int tokensPerEvent,
    UsageCount usage,
    Set<Part> omitted) {
  /** As vLLM answers. */
  public static final AnswerStyle PLAIN =
      new AnswerStyle(
          Voice.CONTENT, Vocabulary.ASCII, Opening.WITH_TOKEN, 1, UsageCount.TRUE, Set.of());

  /** When the event without a token, with which an answer may begin, is written. */
  public enum Opening {
    /** Together with the first token; a chat's role. */
    WITH_TOKEN,
    /** As soon as the request is accepted; a chat's role, or a completion's empty text. */
    AT_ONCE
  }

  /** What usage says of the tokens. */
  public enum UsageCount {
    /** Their number. */
    TRUE,
    /** Another number. */
    WRONG;

    int of(int tokens) {
      return this == TRUE ? tokens : 2 * tokens + 1;
    }
  }

  /** What may be left out of an answer. */
  public enum Part {
    /** Counts of tokens. */
    USAGE,
    /** Why it ended. */
    FINISH_REASON,
    /** The end mark of a stream. */
    DONE
  }

  public AnswerStyle {
    omitted = Set.copyOf(omitted);
  }

  /** With the text elsewhere. */
  public AnswerStyle with(Voice changed) {
    return new AnswerStyle(changed, vocabulary, opening, tokensPerEvent, usage, omitted);
  }

  /** With other words. */
  public AnswerStyle with(Vocabulary changed) {
    return new AnswerStyle(voice, changed, opening, tokensPerEvent, usage, omitted);
  }

  /** With another begin. */
  public AnswerStyle with(Opening changed) {
    return new AnswerStyle(voice, vocabulary, changed, tokensPerEvent, usage, omitted);
  }

  /** With another usage. */
  public AnswerStyle with(UsageCount changed) {
    return new AnswerStyle(voice, vocabulary, opening, tokensPerEvent, changed, omitted);
  }

  /** With so many tokens in each event but the last. */
  public AnswerStyle withTokensPerEvent(int changed) {
    return new AnswerStyle(voice, vocabulary, opening, changed, usage, omitted);
  }

  /** Without that part. */
  public AnswerStyle without(Part part) {
    EnumSet<Part> more = EnumSet.of(part);
    more.addAll(omitted);
    return new AnswerStyle(voice, vocabulary, opening, tokensPerEvent, usage, more);
  }

  boolean has(Part part) {
    return !omitted.contains(part);
  }
}
