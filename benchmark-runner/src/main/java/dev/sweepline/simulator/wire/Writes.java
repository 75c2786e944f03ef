package dev.sweepline.simulator.wire;

/** How the bytes of a body are spread over writes. */
public enum Writes {
  /** What is there at once is written at once. */
  AS_MADE,
  /** Wherever a character has several bytes, a write ends inside it. */
  INSIDE_CHARACTERS,
  /** Nothing is written before the end. */
  AT_THE_END;

  Sink onto(Sink sink) {
    return switch (this) {
      case AS_MADE -> sink;
      case INSIDE_CHARACTERS -> new Split(sink);
      case AT_THE_END -> new Held(sink);
    };
  }
}
