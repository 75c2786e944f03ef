package dev.sweepline.measure.requests;

import java.util.function.ToLongFunction;

/**
 * The durations that are read from a request, whole microseconds; {@link RequestRow#NONE} where
 * there is none. A failed request has no latency.
 */
public enum Latency implements ToLongFunction<RequestRow> {
  /** First token after the due time. */
  TTFT {
    @Override
    long ofSuccess(RequestRow row) {
      return row.firstTokenUs() - row.scheduledUs();
    }
  },
  /** First token after sending. */
  SERVICE_TTFT {
    @Override
    long ofSuccess(RequestRow row) {
      return row.sentUs() == RequestRow.NONE ? RequestRow.NONE : row.firstTokenUs() - row.sentUs();
    }
  },
  /** Last token after the due time. */
  E2E {
    @Override
    long ofSuccess(RequestRow row) {
      return row.lastTokenUs() - row.scheduledUs();
    }
  },
  /** Last token after sending. */
  SERVICE_E2E {
    @Override
    long ofSuccess(RequestRow row) {
      return row.sentUs() == RequestRow.NONE ? RequestRow.NONE : row.lastTokenUs() - row.sentUs();
    }
  },
  /** Time of a token after the first. */
  TPOT {
    @Override
    long ofSuccess(RequestRow row) {
      return row.outputTokens() > 1
          ? Rounding.halfUp(row.lastTokenUs() - row.firstTokenUs(), row.outputTokens() - 1)
          : RequestRow.NONE;
    }
  },
  /** Sent after it was due and a permit was free; also of a request that failed. */
  LATENESS {
    @Override
    public long applyAsLong(RequestRow row) {
      return row.sentUs() == RequestRow.NONE
          ? RequestRow.NONE
          : row.sentUs() - Math.max(row.scheduledUs(), row.admittedUs());
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
}
