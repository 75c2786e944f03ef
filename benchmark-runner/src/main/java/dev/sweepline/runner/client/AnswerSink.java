package dev.sweepline.runner.client;

/** Takes the texts of answers, on the event loops. */
@FunctionalInterface
public interface AnswerSink {
  /**
   * An answer has ended, well or not, before its record is handed on.
   *
   * @param text all of it that came; empty when nothing did
   */
  void answer(String requestId, String text);
}
