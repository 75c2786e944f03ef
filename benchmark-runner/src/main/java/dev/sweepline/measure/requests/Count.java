package dev.sweepline.measure.requests;

/** What is counted of the measured requests. */
public enum Count {
  /** Lines of any outcome, also those of slots that were never attempted. */
  LINES,
  /** Attempted requests that have a line. */
  RECORDED,
  /** Attempted requests of which nothing but the number is known. */
  UNRECORDED,
  /** Requests that ended well. */
  SUCCESSES,
  /** Successes with fewer tokens than asked for. */
  SHORT,
  /** Requests that were answered with status 200, whatever came of it. */
  STATUS_200,
  /** Requests that waited too long for a first, the next or the last token. */
  TIMEOUTS,
  /** Requests that the client gave up. */
  CANCELLED,
  /** Output tokens of the successes. */
  TOKENS,
  /** Successes whose tokens were counted as events. */
  COUNTED_BY_EVENTS,
  /** Successes whose tokens the server told. */
  COUNTED_BY_USAGE,
  /** Of these, the ones of which it told fewer tokens than its events must have brought. */
  TOLD_TOO_FEW,
  /** Streams of many tokens of which it is known what the first event brought. */
  STREAMS_WITH_KNOWN_START,
  /** Of these, the ones of which the first event brought more than half of the tokens. */
  STREAMS_STARTED_LATE,
  /** Gaps between token events of the successes. */
  GAPS,
  /** Gaps of 0: both events came in one socket read. */
  ZERO_GAPS,
  /** Successes with at least one gap. */
  STREAMS,
  /** Streams of which each gap's tokens are known. */
  STREAMS_BY_TOKEN,
  /** Streams of which the first read brought more than half of the tokens. */
  STREAMS_LUMPED
}
