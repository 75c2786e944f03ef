package dev.sweepline.measure.store;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An append-only sequence of longs, seven bits a byte, so that a value near 0 takes one byte. Not
 * thread-safe.
 */
public final class PackedLongs implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int CHUNK_BYTES = 1 << 16;
  private static final int FIRST_BYTES = 64;
  private static final int LONGEST_VALUE = 10;

  private final ArrayList<byte[]> sealed = new ArrayList<>();
  private byte[] open = new byte[0];
  private int used;

  /** Appends a value. */
  public void add(long value) {
    reserve();
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      open[used++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    open[used++] = (byte) rest;
  }

  /** Appends all that another sequence holds. */
  public void addAll(PackedLongs other) {
    seal();
    other.seal();
    sealed.addAll(other.sealed);
  }

  /** Reads from the start; values added later are not seen. */
  public Reader reader() {
    seal();
    return new Reader(List.copyOf(sealed));
  }

  private void reserve() {
    if (open.length - used >= LONGEST_VALUE) {
      return;
    }
    if (open.length < CHUNK_BYTES) {
      open = Arrays.copyOf(open, Math.max(FIRST_BYTES, 2 * open.length));
    } else {
      seal();
      open = new byte[CHUNK_BYTES];
    }
  }

  private void seal() {
    if (used > 0) {
      sealed.add(Arrays.copyOf(open, used));
      open = new byte[0];
      used = 0;
    }
  }

  /** Only bytes in use are written. */
  private void writeObject(ObjectOutputStream out) throws IOException {
    seal();
    out.defaultWriteObject();
  }

  /** A place in the sequence. */
  public static final class Reader {
    private static final byte[] NONE = new byte[0];

    private final List<byte[]> chunks;
    private byte[] bytes;
    private int chunk;
    private int place;

    private Reader(List<byte[]> chunks) {
      this.chunks = chunks;
      this.bytes = chunks.isEmpty() ? NONE : chunks.get(0);
    }

    /** Whether a value is left. */
    public boolean hasNext() {
      return chunk < chunks.size();
    }

    /**
     * The next value.
     *
     * @throws IndexOutOfBoundsException when none is left
     */
    public long next() {
      long rest = 0;
      int shift = 0;
      byte part;
      do {
        part = bytes[place++];
        rest |= (part & 0x7FL) << shift;
        shift += 7;
      } while (part < 0);
      if (place == bytes.length) {
        chunk++;
        place = 0;
        bytes = hasNext() ? chunks.get(chunk) : NONE;
      }
      return (rest >>> 1) ^ -(rest & 1);
    }
  }
}
