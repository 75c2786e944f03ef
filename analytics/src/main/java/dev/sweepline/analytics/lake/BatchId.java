package dev.sweepline.analytics.lake;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** A time-ordered UUID (version 7, RFC 9562): later batches sort behind earlier ones. */
final class BatchId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private BatchId() {}

  static String next() {
    return at(Instant.now()).toString();
  }

  static UUID at(Instant now) {
    long most = now.toEpochMilli() << 16 | VERSION_7 | (RANDOM.nextLong() & 0x0FFFL);
    long least = VARIANT | (RANDOM.nextLong() >>> 2);
    return new UUID(most, least);
  }
}
