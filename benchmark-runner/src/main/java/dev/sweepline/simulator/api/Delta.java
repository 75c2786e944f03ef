package dev.sweepline.simulator.api;

/**
 * JSON around a token's text in a choice, the index being written.
 *
 * @param opens before it
 * @param closes behind it
 */
record Delta(String opens, String closes) {
  /** Text as a string of that key in a chat's delta. */
  static Delta ofKey(String key) {
    return new Delta("\"delta\":{\"" + key + "\":\"", "\"}");
  }
}
