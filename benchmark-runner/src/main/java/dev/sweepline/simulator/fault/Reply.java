package dev.sweepline.simulator.fault;

import java.util.Map;

/** A whole response, given instead of an answer. */
public record Reply(int status, String contentType, Map<String, String> headers, String body) {
  private static final String JSON = "application/json";
  private static final String EVENTS = "text/event-stream; charset=utf-8";

  public Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, String body) {
    return new Reply(status, JSON, Map.of(), body);
  }

  static Reply events(String body) {
    return new Reply(200, EVENTS, Map.of(), body);
  }

  Reply with(String header, String value) {
    return new Reply(status, contentType, Map.of(header, value), body);
  }
}
