package dev.sweepline.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Takes the values of an option up to the next argument that looks like an option, known or not.
 */
final class ValueList implements IParameterConsumer {
  @Override
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    List<String> values = new ArrayList<>();
    while (!arguments.isEmpty() && (values.isEmpty() || !arguments.peek().startsWith("-"))) {
      values.add(arguments.pop());
    }
    if (values.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "Missing value for option %s".formatted(option.paramLabel()));
    }
    option.setValue(values);
  }
}
