package dev.sweepline.simulator.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * How the lines of an event are written: all of it is allowed by the standard of server-sent
 * events.
 *
 * @param lineEnd behind every line
 * @param dataField begins a line of data
 * @param linesPerEvent 1, or more for data that is spread over lines
 * @param comments lines before each event
 */
public record Framing(String lineEnd, String dataField, int linesPerEvent, List<String> comments) {
  /** As vLLM writes. */
  public static final Framing PLAIN = new Framing("\n", "data: ", 1, List.of());

  private static final String BETWEEN_EVENTS = "\n\n";

  public Framing {
    comments = List.copyOf(comments);
  }

  /** With another end of lines. */
  public Framing withLineEnd(String changed) {
    return new Framing(changed, dataField, linesPerEvent, comments);
  }

  /** With another begin of data lines. */
  public Framing withDataField(String changed) {
    return new Framing(lineEnd, changed, linesPerEvent, comments);
  }

  /** With the data of an event spread over lines. */
  public Framing withLinesPerEvent(int changed) {
    return new Framing(lineEnd, dataField, changed, comments);
  }

  /** With lines before each event that mean nothing. */
  public Framing withComments(String... changed) {
    return new Framing(lineEnd, dataField, linesPerEvent, List.of(changed));
  }

  /**
   * Frames events anew.
   *
   * @param events framed plainly, whole
   */
  String of(String events) {
    StringBuilder out = new StringBuilder(events.length() * 2);
    for (String event : events.split(BETWEEN_EVENTS, 0)) {
      comments.forEach(comment -> out.append(comment).append(lineEnd));
      if (event.startsWith(PLAIN.dataField)) {
        for (String line : lines(event.substring(PLAIN.dataField.length()))) {
          out.append(dataField).append(line).append(lineEnd);
        }
      } else {
        out.append(event).append(lineEnd);
      }
      out.append(lineEnd);
    }
    return out.toString();
  }

  /** Data may be broken where JSON allows white space: behind the commas outside of strings. */
  private List<String> lines(String data) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < data.length() && lines.size() < linesPerEvent - 1; i++) {
      char c = data.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        i++;
      } else if (c == ',' && !quoted) {
        lines.add(data.substring(from, i + 1));
        from = i + 1;
      }
    }
    lines.add(data.substring(from));
    return lines;
  }
}
