package dev.sweepline.runner.meter;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import javax.management.JMException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** The pauses of the garbage collectors from its creation on. */
final class GcPauses implements NotificationListener, AutoCloseable {
  /** Collectors that work beside the program tell of their cycles and of their pauses. */
  private static final String CONCURRENT = "Cycles";

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> !collector.getName().endsWith(CONCURRENT))
          .toList();
  private final AtomicLong longestMs = new AtomicLong();
  private final long countAtStart = sum(GarbageCollectorMXBean::getCollectionCount);
  private final long msAtStart = sum(GarbageCollectorMXBean::getCollectionTime);

  GcPauses() {
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(this, null, null);
      }
    }
  }

  @Override
  public void handleNotification(Notification notification, @Nullable Object handback) {
    if (notification.getUserData() instanceof CompositeData data) {
      long lastedMs = GarbageCollectionNotificationInfo.from(data).getGcInfo().getDuration();
      longestMs.accumulateAndGet(lastedMs, Math::max);
    }
  }

  int count() {
    return Math.toIntExact(sum(GarbageCollectorMXBean::getCollectionCount) - countAtStart);
  }

  double totalMs() {
    return (double) sum(GarbageCollectorMXBean::getCollectionTime) - msAtStart;
  }

  /** Null without a pause. Pauses are told of a little later than they happen. */
  @Nullable Double longestMs() {
    return count() == 0 ? null : Double.valueOf((double) longestMs.get());
  }

  private long sum(ToLongFunction<GarbageCollectorMXBean> figure) {
    return collectors.stream().mapToLong(figure).filter(value -> value > 0).sum();
  }

  @Override
  public void close() {
    for (GarbageCollectorMXBean collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        forget(emitter);
      }
    }
  }

  private void forget(NotificationEmitter emitter) {
    try {
      emitter.removeNotificationListener(this);
    } catch (JMException neverAdded) {
      // Nothing to remove then.
    }
  }
}
