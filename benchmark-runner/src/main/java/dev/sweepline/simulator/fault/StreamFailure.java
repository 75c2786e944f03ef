package dev.sweepline.simulator.fault;

/**
 * An error that is told in a stream.
 *
 * @param body the JSON of the event
 * @param end what follows it
 */
public record StreamFailure(String body, End end) {
  /** What a stream ends with. */
  public enum End {
    /** The end mark, as with vLLM. */
    DONE,
    /** Nothing. */
    NOTHING
  }
}
