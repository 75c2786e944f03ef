package dev.sweepline.simulator.pace;

import dev.sweepline.simulator.engine.EngineStats;
import java.util.List;

/**
 * Decides when tokens are there. Every method is called on the loop that the model was made for.
 */
public interface TimeModel {
  /** Begins a piece of work. The listener is called later, never from within this call. */
  Ticket start(Work work, TokenListener listener);

  /** From now on all is slower than nominal by that factor. */
  void slowBy(double factor);

  /** The figures of each engine, in the order of their numbers. */
  List<EngineStats> engines();

  /** Work in progress. */
  @FunctionalInterface
  interface Ticket {
    /** Stops it; the listener is not called again. Does nothing for finished work. */
    void cancel();
  }
}
