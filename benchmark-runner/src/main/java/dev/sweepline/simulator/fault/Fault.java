package dev.sweepline.simulator.fault;

import java.util.function.BiFunction;

/**
 * One way to treat a request badly, or oddly.
 *
 * @param name as options and the truth log have it
 * @param outcome what the truth log calls the end of such a request
 * @param effect on the conduct towards it
 */
public record Fault(
    String name,
    String description,
    String outcome,
    BiFunction<Conduct, Severity, Conduct> effect) {
  /** Of an answer that came to its own end. */
  static final String OK = "ok";

  /** An odd form of a good answer. */
  static Fault form(
      String name, String description, BiFunction<Conduct, Severity, Conduct> effect) {
    return new Fault(name, description, OK, effect);
  }

  /** Something that happens to the answer. */
  static Fault ending(String name, String description, String outcome, Ending ending) {
    return new Fault(name, description, outcome, (conduct, severity) -> conduct.with(ending));
  }

  Conduct applyTo(Conduct conduct, Severity severity) {
    return effect.apply(conduct, severity);
  }
}
