package dev.sweepline.simulator.wire;

/** How events are put on the wire. */
public record Wire(Framing framing, Writes writes, Packing packing) {
  /** As vLLM does it. */
  public static final Wire PLAIN = new Wire(Framing.PLAIN, Writes.AS_MADE, Packing.NONE);

  /** With other lines. */
  public Wire with(Framing changed) {
    return new Wire(changed, writes, packing);
  }

  /** With other writes. */
  public Wire with(Writes changed) {
    return new Wire(framing, changed, packing);
  }

  /** With another encoding. */
  public Wire with(Packing changed) {
    return new Wire(framing, writes, changed);
  }

  /** Takes plainly framed events, whole ones in each piece, and hands on what is to be written. */
  public Sink onto(Sink socket) {
    Sink sink = writes.onto(packing.onto(socket));
    return framing.equals(Framing.PLAIN) ? sink : new Framed(framing, sink);
  }
}
