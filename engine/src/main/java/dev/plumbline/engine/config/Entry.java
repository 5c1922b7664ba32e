package dev.plumbline.engine.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of the document, wherever it stands. What does not fit becomes a problem. */
record Entry(String path, Node node, Problems problems) {

  private static final int SHOWN = 60;

  /** A text of that form. */
  Optional<String> text(Form form) {
    if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
      wrong(form.wanted());
      return Optional.empty();
    }
    if (!form.fits(scalar.getValue())) {
      report(unfit(form, scalar.getValue()), "Write " + form.wanted() + ".");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  Optional<Integer> integer(int least, int most) {
    String wanted = "a whole number from %d to %d".formatted(least, most);
    if (!(node instanceof ScalarNode scalar)
        || !scalar.getTag().equals(Tag.INT)
        || !scalar.getValue().matches("-?[0-9]{1,9}")) {
      wrong(wanted);
      return Optional.empty();
    }
    int number = Integer.parseInt(scalar.getValue());
    if (number < least || number > most) {
      report(number + " is out of range", "Write " + wanted + ".");
      return Optional.empty();
    }
    return Optional.of(number);
  }

  /** Only {@code true} and {@code false}: what YAML 1.1 also takes, 1.2 and JSON do not. */
  Optional<Boolean> flag() {
    if (node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.BOOL)
        && scalar.getValue().matches("true|false")) {
      return Optional.of(scalar.getValue().equals("true"));
    }
    wrong("true or false");
    return Optional.empty();
  }

  <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    List<String> words =
        List.of(type.getEnumConstants()).stream()
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList();
    String written = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    int index = words.indexOf(written);
    if (index < 0) {
      report("\"%s\" is no choice".formatted(shortened(written)), Spelling.advice(written, words));
      return Optional.empty();
    }
    return Optional.of(type.getEnumConstants()[index]);
  }

  List<Entry> list() {
    if (!(node instanceof SequenceNode sequence)) {
      wrong("a list");
      return List.of();
    }
    List<Node> nodes = sequence.getValue();
    return IntStream.range(0, nodes.size())
        .mapToObj(i -> new Entry("%s[%d]".formatted(path, i), nodes.get(i), problems))
        .toList();
  }

  Optional<Section> section() {
    if (!(node instanceof MappingNode mapping)) {
      wrong("a mapping of keys to values");
      return Optional.empty();
    }
    return Optional.of(Section.of(path, mapping, problems));
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  /** What may be a secret in the wrong place is not repeated. */
  private static String unfit(Form form, String value) {
    if (form == Form.BACKEND) {
      return "this is no setting of a backend";
    }
    return form == Form.SECRET
        ? "this is no name of a secret"
        : "\"%s\" does not fit".formatted(shortened(value));
  }

  void report(String message, String action) {
    problems.add(node, path, message, action);
  }

  private void wrong(String wanted) {
    report("this is " + kind(), "Write " + wanted + ".");
  }

  private String kind() {
    return switch (node.getNodeId()) {
      case sequence -> "a list";
      case mapping -> "a mapping";
      case anchor -> "an anchor";
      case scalar -> {
        Tag tag = node.getTag();
        yield tag.equals(Tag.NULL) ? "empty" : tag.equals(Tag.STR) ? "a text" : "not in quotes";
      }
    };
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
