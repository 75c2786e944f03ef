package dev.sweepline.simulator;

import dev.sweepline.simulator.fleet.Place;
import dev.sweepline.simulator.server.Startup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A process that only belongs to a server: it joins the head and stays until it is told to stop.
 */
record Headless(Place place, Startup startup, Runnable crash) {
  void run(Consumer<String> say) {
    LockSupport.parkNanos(startup.time().toNanos());
    if (startup.end() == Startup.End.CRASH) {
      crash.run();
    }
    place.gather().join();
    say.accept("ready " + place);
    new CompletableFuture<Void>().join();
  }
}
