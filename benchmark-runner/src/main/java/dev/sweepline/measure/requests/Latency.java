package dev.sweepline.measure.requests;

import java.util.function.ToLongFunction;

/**
 * The durations that are read from a request, whole microseconds; {@link RequestRow#NONE} where
 * there is none. A failed request has no latency, and an answer that was not streamed none that
 * needs a first token.
 */
public enum Latency implements ToLongFunction<RequestRow> {
  /** First token after the due time. */
  TTFT {
    @Override
    long ofSuccess(RequestRow row) {
      return between(row.scheduledUs(), row.firstTokenUs());
    }
  },
  /** First token after sending. */
  SERVICE_TTFT {
    @Override
    long ofSuccess(RequestRow row) {
      return between(row.sentUs(), row.firstTokenUs());
    }
  },
  /** Last token after the due time. */
  E2E {
    @Override
    long ofSuccess(RequestRow row) {
      return between(row.scheduledUs(), row.lastTokenUs());
    }
  },
  /** Last token after sending. */
  SERVICE_E2E {
    @Override
    long ofSuccess(RequestRow row) {
      return between(row.sentUs(), row.lastTokenUs());
    }
  },
  /** Time of a token after the first. */
  TPOT {
    @Override
    long ofSuccess(RequestRow row) {
      long streamingUs = between(row.firstTokenUs(), row.lastTokenUs());
      return streamingUs != RequestRow.NONE && row.outputTokens() > 1
          ? Rounding.halfUp(streamingUs, row.outputTokens() - 1)
          : RequestRow.NONE;
    }
  },
  /** Sent after it was due and a permit was free; also of a request that failed. */
  LATENESS {
    @Override
    public long applyAsLong(RequestRow row) {
      return between(Math.max(row.scheduledUs(), row.admittedUs()), row.sentUs());
    }

    @Override
    long ofSuccess(RequestRow row) {
      return applyAsLong(row);
    }
  };

  @Override
  public long applyAsLong(RequestRow row) {
    return row.isSuccess() ? ofSuccess(row) : RequestRow.NONE;
  }

  abstract long ofSuccess(RequestRow row);

  private static long between(long fromUs, long toUs) {
    return fromUs == RequestRow.NONE || toUs == RequestRow.NONE ? RequestRow.NONE : toUs - fromUs;
  }
}
