package dev.sweepline.measure.store;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/** How often each long was seen: open addressing without boxes. Not thread-safe. */
public final class CountMap implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int FIRST_CAPACITY = 16;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** A slot is free when its count is 0. */
  private transient long[] keys = new long[FIRST_CAPACITY];

  private transient long[] counts = new long[FIRST_CAPACITY];
  private transient int size;

  /** Receives a key and its count. */
  @FunctionalInterface
  public interface EntryConsumer {
    void accept(long key, long count);
  }

  /** Counts a key another {@code count} times; nothing happens for 0. */
  public void add(long key, long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0, got: " + count);
    }
    if (count == 0) {
      return;
    }
    int slot = slotOf(key);
    if (counts[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    counts[slot] += count;
    if (size * 3L > keys.length * 2L) {
      grow();
    }
  }

  /** Adds all counts of another map. */
  public void addAll(CountMap other) {
    other.forEach(this::add);
  }

  /** How many different keys there are. */
  public int size() {
    return size;
  }

  /** Hands on each key once, in no order. */
  public void forEach(EntryConsumer consumer) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        consumer.accept(keys[slot], counts[slot]);
      }
    }
  }

  /** The keys in ascending order. */
  public long[] sortedKeys() {
    long[] sorted = new long[size];
    int[] filled = {0};
    forEach((key, count) -> sorted[filled[0]++] = key);
    Arrays.sort(sorted);
    return sorted;
  }

  /** How often a key was counted; 0 for one never seen. */
  public long count(long key) {
    return counts[slotOf(key)];
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * SPREAD) >>> 32) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  private Object writeReplace() {
    PackedLongs entries = new PackedLongs();
    long previous = 0;
    for (long key : sortedKeys()) {
      entries.add(key - previous);
      entries.add(count(key));
      previous = key;
    }
    return new Sorted(entries);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a count map is read from its sorted form");
  }

  /** The serialised form: ascending keys as differences, each followed by its count. */
  private record Sorted(PackedLongs entries) implements Serializable {
    private static final long serialVersionUID = 1;

    private Object readResolve() {
      CountMap map = new CountMap();
      PackedLongs.Reader reader = entries.reader();
      long key = 0;
      while (reader.hasNext()) {
        key += reader.next();
        map.add(key, reader.next());
      }
      return map;
    }
  }
}
