package dev.sweepline.simulator.fault;

import dev.sweepline.simulator.api.AnswerStyle.Opening;
import dev.sweepline.simulator.api.AnswerStyle.Part;
import dev.sweepline.simulator.api.AnswerStyle.UsageCount;
import dev.sweepline.simulator.api.Vocabulary;
import dev.sweepline.simulator.api.Voice;
import dev.sweepline.simulator.fault.Conduct.AfterAnswer;
import dev.sweepline.simulator.wire.Framing;
import dev.sweepline.simulator.wire.Packing;
import dev.sweepline.simulator.wire.Writes;
import java.util.List;
import java.util.function.UnaryOperator;

/** The odd forms of a good answer; a request may have several. */
final class Forms {
  static final List<Fault> ALL =
      List.of(
          form(
              "role_first",
              "an event without text well before the first token",
              conduct -> conduct.with(conduct.style().with(Opening.AT_ONCE))),
          voice("reasoning", "a chat's first half as reasoning", Voice.REASONING),
          voice(
              "reasoning_content",
              "a chat's first half as reasoning_content",
              Voice.REASONING_CONTENT),
          voice("tool_calls", "a chat's text as arguments of a tool call", Voice.TOOL_CALLS),
          Fault.form(
              "multi_token",
              "several tokens in an event",
              (conduct, severity) ->
                  conduct.with(conduct.style().withTokensPerEvent(severity.tokensPerEvent()))),
          form(
              "no_usage",
              "no usage, asked for or not",
              conduct -> conduct.with(conduct.style().without(Part.USAGE))),
          form(
              "wrong_usage",
              "usage that counts more than twice the tokens",
              conduct -> conduct.with(conduct.style().with(UsageCount.WRONG))),
          form(
              "split_utf8",
              "text beyond ASCII, with writes that end inside its characters",
              conduct ->
                  conduct
                      .with(conduct.style().with(Vocabulary.MULTIBYTE))
                      .with(conduct.wire().with(Writes.INSIDE_CHARACTERS))),
          form(
              "coalesced",
              "the whole stream in one write",
              conduct -> conduct.with(conduct.wire().with(Writes.AT_THE_END))),
          framing("crlf", "lines that end in CR LF", framing -> framing.withLineEnd("\r\n")),
          framing("cr", "lines that end in CR", framing -> framing.withLineEnd("\r")),
          framing("no_space", "data: without a space", framing -> framing.withDataField("data:")),
          framing(
              "multi_line",
              "the data of an event on lines",
              framing -> framing.withLinesPerEvent(3)),
          framing(
              "comments",
              "comments and unknown fields before each event",
              framing -> framing.withComments(": keep-alive", "", ":", "id: 7", "event: message")),
          form(
              "gzip",
              "a body packed by gzip that nobody asked for",
              conduct -> conduct.with(conduct.wire().with(Packing.GZIP))),
          Fault.form(
              "slow_head",
              "a head that comes late",
              (conduct, severity) -> conduct.withHeadDelay(severity.slowHead())),
          form(
              "connection_close",
              "Connection: close, and so it is",
              conduct -> conduct.with(AfterAnswer.CLOSED)));

  private Forms() {}

  private static Fault form(String name, String description, UnaryOperator<Conduct> effect) {
    return Fault.form(name, description, (conduct, severity) -> effect.apply(conduct));
  }

  private static Fault voice(String name, String description, Voice voice) {
    return form(name, description, conduct -> conduct.with(conduct.style().with(voice)));
  }

  private static Fault framing(String name, String description, UnaryOperator<Framing> effect) {
    return form(
        name,
        description,
        conduct -> conduct.with(conduct.wire().with(effect.apply(conduct.wire().framing()))));
  }
}
