package dev.plumbline.engine.config;

import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where in a document an ignore rule goes: first in the list, right behind its key, so that each
 * comment stays with the rule it is about.
 */
sealed interface IgnorePlace {

  /** The text with that rule in this place. */
  String insert(String yaml, String rule);

  static IgnorePlace of(String yaml) {
    return ConfigurationReader.compose(yaml, new Problems())
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .flatMap(IgnorePlace::ignore)
        .map(IgnorePlace::of)
        .orElseGet(AtEnd::new);
  }

  private static Optional<NodeTuple> ignore(MappingNode root) {
    return root.getValue().stream()
        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key && isIgnore(key))
        .findFirst();
  }

  private static boolean isIgnore(ScalarNode key) {
    return key.getValue().equals("ignore");
  }

  private static IgnorePlace of(NodeTuple tuple) {
    Node rules = tuple.getValueNode();
    boolean flow = rules instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.FLOW;
    return flow
        ? new InBrackets(
            rules.getStartMark().getIndex(), ((SequenceNode) rules).getValue().isEmpty())
        : new BelowKey(tuple.getKeyNode().getEndMark().getLine(), rules.getStartMark().getColumn());
  }

  /**
   * A list with a line, or more, for each rule.
   *
   * @param line the key's, from 0
   * @param indent how far its dashes stand in
   */
  record BelowKey(int line, int indent) implements IgnorePlace {
    @Override
    public String insert(String yaml, String rule) {
      int at = 0;
      for (int i = 0; i <= line; i++) {
        at = yaml.indexOf('\n', at) + 1;
      }
      return yaml.substring(0, at)
          + " ".repeat(indent)
          + "- "
          + rule
          + lineBreak(yaml)
          + yaml.substring(at);
    }
  }

  /**
   * A list in brackets.
   *
   * @param start the opening bracket's place, in code points
   */
  record InBrackets(int start, boolean empty) implements IgnorePlace {
    @Override
    public String insert(String yaml, String rule) {
      int at = yaml.offsetByCodePoints(0, start) + 1;
      return yaml.substring(0, at) + rule + (empty ? "" : ", ") + yaml.substring(at);
    }
  }

  /** The document has no list of them yet. */
  record AtEnd() implements IgnorePlace {
    @Override
    public String insert(String yaml, String rule) {
      String end = lineBreak(yaml);
      String start = yaml.endsWith("\n") ? yaml : yaml + end;
      return start + "ignore:" + end + "  - " + rule + end;
    }
  }

  private static String lineBreak(String yaml) {
    return yaml.contains("\r\n") ? "\r\n" : "\n";
  }
}
