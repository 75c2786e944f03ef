package dev.sweepline.simulator.api;

import java.util.List;

/** The words of an answer, one a token; they mean nothing and need no escaping in JSON. */
final class AnswerText {
  private static final List<String> WORDS =
      List.of(
          " the", " river", " of", " light", " moves", " over", " stone", " and", " wind", " finds",
          " its", " way", " to", " a", " quiet", " sea");

  private AnswerText() {}

  /** Word of the token with that index, from 0. */
  static String word(int index) {
    return WORDS.get(index % WORDS.size());
  }
}
