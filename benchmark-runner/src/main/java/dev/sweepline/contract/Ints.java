package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** An immutable sequence of ints with value equality: a JSON array without boxing. */
public final class Ints {
  /** No ints. */
  public static final Ints EMPTY = new Ints(new int[0]);

  private final int[] values;

  private Ints(int[] values) {
    this.values = values;
  }

  /** The given values, copied. */
  @JsonCreator
  public static Ints of(int... values) {
    return values.length == 0 ? EMPTY : new Ints(values.clone());
  }

  /** The first {@code length} values of an array, copied. */
  public static Ints copyOf(int[] values, int length) {
    return length == 0 ? EMPTY : new Ints(Arrays.copyOf(values, length));
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** The value at an index from 0. */
  public int at(int index) {
    return values[index];
  }

  /** The sum of all. */
  public long sum() {
    return Arrays.stream(values).asLongStream().sum();
  }

  /** Hands each value on, in order. */
  public void forEach(IntConsumer consumer) {
    for (int value : values) {
      consumer.accept(value);
    }
  }

  /** A copy as an array. */
  @JsonValue
  public int[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ints ints && Arrays.equals(values, ints.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
