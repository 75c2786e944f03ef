package dev.sweepline.simulator.api;

/** The two endpoints that generate, and how the JSON of each differs. */
public enum Endpoint {
  COMPLETIONS(
      "/v1/completions",
      "cmpl-",
      "text_completion",
      "text_completion",
      ",\"logprobs\":null,\"finish_reason\":%s,\"stop_reason\":null,"
          + "\"prompt_token_ids\":null,\"token_ids\":null}]",
      ",\"logprobs\":null,\"finish_reason\":%s,\"stop_reason\":null,"
          + "\"prompt_token_ids\":null,\"token_ids\":null}]"),
  CHAT(
      "/v1/chat/completions",
      "chatcmpl-",
      "chat.completion",
      "chat.completion.chunk",
      ",\"logprobs\":null,\"finish_reason\":%s,\"token_ids\":null}]",
      ",\"logprobs\":null,\"finish_reason\":%s,\"stop_reason\":null,\"token_ids\":null}]");

  private static final String NULL = "null";

  private final String path;
  private final String idPrefix;
  private final String object;
  private final String chunkObject;
  private final String choiceCloses;
  private final String lastChoiceCloses;

  Endpoint(
      String path,
      String idPrefix,
      String object,
      String chunkObject,
      String choiceCloses,
      String lastChoiceCloses) {
    this.path = path;
    this.idPrefix = idPrefix;
    this.object = object;
    this.chunkObject = chunkObject;
    this.choiceCloses = choiceCloses;
    this.lastChoiceCloses = lastChoiceCloses;
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

  /** Around the text of the first event of an answer. */
  Delta start(Voice voice) {
    return this == CHAT ? voice.start() : firstHalf(voice);
  }

  /** Around the text of the first half of an answer. */
  Delta firstHalf(Voice voice) {
    return this == CHAT ? voice.firstHalf() : new Delta("\"text\":\"", "\"");
  }

  /** Around the text of the second half. */
  Delta secondHalf(Voice voice) {
    return this == CHAT ? voice.secondHalf() : firstHalf(voice);
  }

  /** JSON from behind the text to the end of the choices. */
  String choiceCloses() {
    return choiceCloses.formatted(NULL);
  }

  /** The same where the answer ends. */
  String lastChoiceCloses(String finishReason) {
    return lastChoiceCloses.formatted("\"" + finishReason + "\"");
  }

  /** The same where the answer ends and does not say why. */
  String lastChoiceCloses() {
    return lastChoiceCloses.formatted(NULL);
  }
}
