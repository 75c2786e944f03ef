package dev.sweepline.simulator.api;

/** The two endpoints that generate, and how the JSON of each differs. */
public enum Endpoint {
  COMPLETIONS(
      "/v1/completions",
      "cmpl-",
      "text_completion",
      "text_completion",
      "\"text\":\"",
      "\",\"logprobs\":null,\"finish_reason\":null,\"stop_reason\":null,"
          + "\"prompt_token_ids\":null,\"token_ids\":null}]",
      "\",\"logprobs\":null,\"finish_reason\":\"%s\",\"stop_reason\":null,"
          + "\"prompt_token_ids\":null,\"token_ids\":null}]"),
  CHAT(
      "/v1/chat/completions",
      "chatcmpl-",
      "chat.completion",
      "chat.completion.chunk",
      "\"delta\":{\"content\":\"",
      "\"},\"logprobs\":null,\"finish_reason\":null,\"token_ids\":null}]",
      "\"},\"logprobs\":null,\"finish_reason\":\"%s\",\"stop_reason\":null,\"token_ids\":null}]");

  private final String path;
  private final String idPrefix;
  private final String object;
  private final String chunkObject;
  private final String textOpens;
  private final String textCloses;
  private final String finishCloses;

  Endpoint(
      String path,
      String idPrefix,
      String object,
      String chunkObject,
      String textOpens,
      String textCloses,
      String finishCloses) {
    this.path = path;
    this.idPrefix = idPrefix;
    this.object = object;
    this.chunkObject = chunkObject;
    this.textOpens = textOpens;
    this.textCloses = textCloses;
    this.finishCloses = finishCloses;
  }

  /** Of the URL. */
  public String path() {
    return path;
  }

  /** The id in the answer to a request with that {@code X-Request-Id}. */
  public String answerId(String requestId) {
    return idPrefix + requestId;
  }

  String object() {
    return object;
  }

  String chunkObject() {
    return chunkObject;
  }

  /** JSON before the text of a choice, its index being written. */
  String textOpens() {
    return textOpens;
  }

  /** JSON from behind the text to the end of the choices. */
  String textCloses() {
    return textCloses;
  }

  /** The same where the answer ends. */
  String finishCloses(FinishReason reason) {
    return finishCloses.formatted(reason.label());
  }
}
