package dev.sweepline.simulator.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words of an answer, one a token; they mean nothing and need no escaping in JSON. */
public enum Vocabulary {
  /** One byte a character. */
  ASCII(
      " the", " river", " of", " light", " moves", " over", " stone", " and", " wind", " finds",
      " its", " way", " to", " a", " quiet", " sea"),
  /** Two to four bytes for some character of each word. */
  MULTIBYTE(" où", " 光", " naïve", " 🌊", " Straße", " река", " 石", " élan");

  private final List<String> words;
  private final List<byte[]> bytes;

  Vocabulary(String... words) {
    this.words = List.of(words);
    this.bytes = this.words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Word of the token with that index, from 0. */
  String word(int index) {
    return words.get(index % words.size());
  }

  /** The same in UTF-8; not to be changed. */
  byte[] bytes(int index) {
    return bytes.get(index % bytes.size());
  }
}
