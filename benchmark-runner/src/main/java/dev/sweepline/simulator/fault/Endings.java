package dev.sweepline.simulator.fault;

import dev.sweepline.simulator.api.AnswerStyle.Part;
import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.fault.Ending.Point;
import dev.sweepline.simulator.fault.StreamFailure.End;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The faults that decide how a request ends; a request has one of them at most. */
final class Endings {
  private static final String ERROR_OBJECT = json("The simulator was asked to fail this request.");
  private static final String ERROR_TEXT =
      "{\"error\":\"The simulator was asked to fail this request.\"}";
  private static final String DEAD_ENGINE =
      json("EngineCore encountered an issue. See stack trace (above) for the root cause.");
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HTTP_ERROR = "http_error";
  private static final String RESET = "reset";
  private static final String STREAM_ERROR = "stream_error";
  private static final String TRUNCATED = "truncated";
  private static final String EMPTY = "empty";

  /** The crash strikes one request by its number, none by a rate. */
  static final Fault CRASH =
      Fault.ending(
          "crash",
          "the process ends in the middle of the answer",
          "crashed",
          new Ending(Point.MIDDLE, Stage::crash));

  static final List<Fault> ALL =
      List.of(
          at(Point.REQUEST, RESET, "a reset instead of a head", RESET, Stage::reset),
          at(Point.MIDDLE, "reset_stream", "a reset in mid-stream", RESET, Stage::reset),
          at(Point.REQUEST, "close", "closed instead of a head", RESET, Stage::close),
          at(Point.REQUEST, "stall", "no head comes", Fault.OK, Stage::stall),
          at(Point.HEAD, "stall_first", "no token comes behind the head", Fault.OK, Stage::stall),
          at(Point.MIDDLE, "stall_stream", "no more tokens in mid-stream", Fault.OK, Stage::stall),
          at(
              Point.MIDDLE,
              "stall_comments",
              "comments only from mid-stream on",
              Fault.OK,
              Stage::comment),
          at(Point.LAST_TOKEN, "endless", "tokens without end", Fault.OK, Stage::goOn),
          reply("error_500", "500 with an error object", HTTP_ERROR, Reply.json(500, ERROR_OBJECT)),
          reply("error_text", "500 with an error string", HTTP_ERROR, Reply.json(500, ERROR_TEXT)),
          reply(
              "error_503",
              "503 with Retry-After",
              HTTP_ERROR,
              Reply.json(503, json("The server is overloaded.")).with(RETRY_AFTER, "1")),
          reply(
              "rate_limit",
              "429 with Retry-After",
              "rate_limited",
              Reply.json(429, json("Too many requests.")).with(RETRY_AFTER, "1")),
          failure(
              "stream_error", "an error event in mid-stream, then [DONE]", DEAD_ENGINE, End.DONE),
          failure("stream_error_end", "an error event as the last one", DEAD_ENGINE, End.NOTHING),
          failure(
              "stream_error_text",
              "an error event with a string, then [DONE]",
              ERROR_TEXT,
              End.DONE),
          Fault.ending(
              "stream_error_first",
              "an error event as the first one, then [DONE]",
              STREAM_ERROR,
              new Ending(
                  Point.HEAD, stage -> stage.fail(new StreamFailure(DEAD_ENGINE, End.DONE)))),
          new Fault(
              EMPTY, "a good stream without a token", EMPTY, (c, severity) -> c.with(Shown.NONE)),
          reply("empty_body", "200 without a body", EMPTY, Reply.events("")),
          reply(
              "empty_done",
              "200 with [DONE] and nothing else",
              EMPTY,
              Reply.events("data: [DONE]\n\n")),
          at(Point.MIDDLE, TRUNCATED, "closed inside the chunked body", TRUNCATED, Stage::close),
          at(
              Point.MIDDLE,
              "cut",
              "a body that ends in order, in mid-answer",
              TRUNCATED,
              Stage::cut),
          new Fault(
              "no_done",
              "no [DONE] at the end",
              TRUNCATED,
              (conduct, severity) -> conduct.with(conduct.style().without(Part.DONE))),
          new Fault(
              "no_finish",
              "no finish reason",
              TRUNCATED,
              (conduct, severity) -> conduct.with(conduct.style().without(Part.FINISH_REASON))),
          new Fault(
              "short",
              "one token fewer than asked for",
              "ok_short",
              (conduct, severity) -> conduct.with(Shown.ALL_BUT_ONE)));

  private Endings() {}

  private static Fault at(
      Point point, String name, String description, String outcome, Consumer<Stage> act) {
    return Fault.ending(name, description, outcome, new Ending(point, act));
  }

  private static Fault reply(String name, String description, String outcome, Reply reply) {
    return Fault.ending(
        name, description, outcome, new Ending(Point.REQUEST, stage -> stage.reply(reply)));
  }

  private static Fault failure(String name, String description, String body, End end) {
    return Fault.ending(
        name,
        description,
        STREAM_ERROR,
        new Ending(Point.MIDDLE, stage -> stage.fail(new StreamFailure(body, end))));
  }

  private static String json(String message) {
    return new String(ApiError.internal(message).body(), StandardCharsets.UTF_8);
  }
}
