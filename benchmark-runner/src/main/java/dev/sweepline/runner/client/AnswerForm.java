package dev.sweepline.runner.client;

import dev.sweepline.contract.Load;
import dev.sweepline.runner.http.ResponseHead;

/** How an answer is asked for. */
enum AnswerForm {
  /** As events, each as soon as it is made. */
  STREAM("text/event-stream", "an event stream"),
  /** As one JSON object when all of it is made. */
  WHOLE("application/json", "JSON");

  private final String mediaType;
  private final String noun;

  AnswerForm(String mediaType, String noun) {
    this.mediaType = mediaType;
    this.noun = noun;
  }

  static AnswerForm of(Load load) {
    return Boolean.FALSE.equals(load.stream()) ? WHOLE : STREAM;
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether a body has this form; one whose type is not stated is taken to have it. */
  boolean isThatOf(ResponseHead head) {
    String stated = head.mediaType();
    return (stated.isEmpty() || stated.equals(mediaType)) && !isCoded(head);
  }

  /** What is wrong with a body that has not this form. */
  String complaint(ResponseHead head) {
    return isCoded(head)
        ? "the answer is compressed (%s), which was not asked for".formatted(head.contentEncoding())
        : "the answer is %s, not %s".formatted(head.mediaType(), noun);
  }

  private static boolean isCoded(ResponseHead head) {
    String coding = head.contentEncoding();
    return !coding.isEmpty() && !coding.equals("identity");
  }
}
