package dev.sweepline.runner.server;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of every server before the load starts. A failure is one line with its remedy.
 *
 * @param targets the servers, at least one
 * @param access to them
 */
public record Preflight(List<Target> targets, Access access) {
  public Preflight {
    targets = List.copyOf(targets);
  }

  /**
   * Asks each for its models.
   *
   * @param wanted model; null for the first that the first server lists
   * @return what the first server says, and the model that all of them list
   * @throws UserError exit code 69 when one is not there, 64 when one does not list the model
   */
  public Asked ask(@Nullable String wanted) {
    ServerFacts first = new ServerProbe(targets.get(0), access).ask();
    String model = first.model(wanted);
    for (Target other : targets.subList(1, targets.size())) {
      String unused = new ServerProbe(other, access).ask().model(model);
    }
    return new Asked(model, first.version());
  }

  /**
   * Asks each for its health and for one completion, which is recorded nowhere.
   *
   * @param model that is asked for
   * @param load that will be put on it
   * @throws UserError exit code 69 when one is not well, 64 when it does not take such requests
   * @throws InterruptedException when this thread is interrupted
   */
  public void tryOut(String model, Load load) throws InterruptedException {
    for (Target target : targets) {
      new ServerProbe(target, access).checkHealth();
      new TrialRequest(target, access, load).send(model);
    }
  }
}
