package dev.sweepline.generator.yaml;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * On which line a key of a YAML document stands: a parser is already behind it when it complains.
 */
final class KeyLines {
  private final String text;

  KeyLines(String text) {
    this.text = text;
  }

  /**
   * The line of the last step that is there, from 1; empty when the document cannot be read.
   *
   * @param path names of keys, and indices from 0 as numbers
   */
  Optional<Integer> line(List<String> path) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return Optional.ofNullable(root).map(node -> line(node, path));
    } catch (YAMLException unreadable) {
      return Optional.empty();
    }
  }

  private static int line(Node root, List<String> path) {
    Node node = root;
    int line = start(node);
    for (String step : path) {
      Optional<Place> next = next(node, step);
      if (next.isEmpty()) {
        return line;
      }
      line = start(next.get().mark());
      node = next.get().value();
    }
    return line;
  }

  private record Place(Node mark, Node value) {}

  private static Optional<Place> next(Node node, String step) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(it -> it.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step))
          .map(it -> new Place(it.getKeyNode(), it.getValueNode()))
          .findFirst();
    }
    if (node instanceof SequenceNode sequence && step.matches("\\d{1,9}")) {
      return sequence.getValue().stream()
          .skip(Integer.parseInt(step))
          .map(item -> new Place(item, item))
          .findFirst();
    }
    return Optional.empty();
  }

  private static int start(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
