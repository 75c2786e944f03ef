package dev.sweepline.simulator.fault;

/** Some answers are well formed and have no token. */
record EmptyAnswers(Chance chance) implements Misbehaviour {
  @Override
  public String outcome() {
    return "empty";
  }

  @Override
  public boolean strikes(long arrival) {
    return chance.strikes(arrival);
  }

  @Override
  public int visibleTokens(int tokens) {
    return 0;
  }
}
