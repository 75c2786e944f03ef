package dev.sweepline.simulator.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The KV blocks of an engine. A released block keeps its content, and is found by its hash, until
 * it is needed for something else; the one released longest ago goes first.
 */
final class KvCache {
  private static final long NO_HASH = 0;

  private final int[] holders;
  private final long[] hashes;
  private final Map<Long, Integer> byHash = new HashMap<>();
  private final LinkedHashSet<Integer> free = new LinkedHashSet<>();

  KvCache(int blocks) {
    holders = new int[blocks];
    hashes = new long[blocks];
    IntStream.range(0, blocks).forEach(free::add);
  }

  int used() {
    return holders.length - free.size();
  }

  /** How many leading blocks of a prompt are there, counting {@code limit} at most. */
  int hits(long[] promptHashes, int limit) {
    int hits = 0;
    while (hits < Math.min(limit, promptHashes.length) && byHash.containsKey(promptHashes[hits])) {
      hits++;
    }
    return hits;
  }

  /**
   * Gives a sequence that holds nothing the {@code hits} blocks that are there and fresh ones up to
   * {@code total}.
   *
   * @return false, and nothing is given, when there are too few
   */
  boolean admit(Sequence sequence, int hits, int total) {
    List<Integer> shared =
        IntStream.range(0, hits).map(i -> shared(sequence.blockHashes()[i])).boxed().toList();
    long idle = shared.stream().filter(free::contains).count();
    if (total - hits > free.size() - idle) {
      return false;
    }
    for (int block : shared) {
      free.remove(block);
      holders[block]++;
      sequence.blocks().add(block);
    }
    return grow(sequence, total);
  }

  /**
   * Gives fresh blocks until the sequence holds {@code total}.
   *
   * @return false, and nothing is given, when there are too few
   */
  boolean grow(Sequence sequence, int total) {
    int wanted = total - sequence.blocks().size();
    if (wanted > free.size()) {
      return false;
    }
    for (int i = 0; i < wanted; i++) {
      sequence.blocks().add(takeOldest());
    }
    return true;
  }

  /** Makes the full blocks of the prompt from {@code first} to before {@code end} findable. */
  void publish(Sequence sequence, int first, int end) {
    long[] promptHashes = sequence.blockHashes();
    for (int i = first; i < Math.min(end, promptHashes.length); i++) {
      int block = sequence.blocks().get(i);
      if (hashes[block] == NO_HASH && byHash.putIfAbsent(promptHashes[i], block) == null) {
        hashes[block] = promptHashes[i];
      }
    }
  }

  /** Takes all blocks back, the last one first: the beginning of a prompt is worth most. */
  void release(Sequence sequence) {
    List<Integer> blocks = sequence.blocks();
    for (int i = blocks.size() - 1; i >= 0; i--) {
      int block = blocks.get(i);
      holders[block]--;
      if (holders[block] == 0) {
        free.add(block);
      }
    }
    blocks.clear();
  }

  private int shared(long hash) {
    @Nullable Integer block = byHash.get(hash);
    if (block == null) {
      throw new IllegalStateException("no block has the hash that was just found");
    }
    return block;
  }

  private int takeOldest() {
    int block = free.iterator().next();
    free.remove(block);
    if (hashes[block] != NO_HASH) {
      byHash.remove(hashes[block]);
      hashes[block] = NO_HASH;
    }
    holders[block] = 1;
    return block;
  }
}
