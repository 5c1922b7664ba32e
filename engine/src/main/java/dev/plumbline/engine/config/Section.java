package dev.plumbline.engine.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One mapping of the document, read key by key. It remembers the keys it was asked for: what is
 * left when it is closed is unknown, and a problem.
 */
final class Section implements AutoCloseable {

  private final Entry whole;
  private final SequencedMap<String, NodeTuple> entries = new LinkedHashMap<>();
  private final SequencedSet<String> known = new LinkedHashSet<>();

  private Section(Entry whole) {
    this.whole = whole;
  }

  static Section of(String path, MappingNode node, Problems problems) {
    Section section = new Section(new Entry(path, node, problems));
    node.getValue().forEach(section::take);
    return section;
  }

  /** The value under that key; empty where it is not there. */
  Optional<Entry> at(String key) {
    known.add(key);
    return Optional.ofNullable(entries.get(key)).map(tuple -> entry(key, tuple.getValueNode()));
  }

  /** The value under that key; it is a problem where it is not there. */
  Optional<Entry> required(String key) {
    Optional<Entry> entry = at(key);
    if (entry.isEmpty()) {
      whole.report("\"%s\" is missing".formatted(key), "Add it.");
    }
    return entry;
  }

  Optional<String> text(String key, Form form) {
    return at(key).flatMap(entry -> entry.text(form));
  }

  /** A text that has to be there; "" where it is not, which has been reported. */
  String requiredText(String key, Form form) {
    return required(key).flatMap(entry -> entry.text(form)).orElse("");
  }

  List<String> texts(String key, Form form) {
    return list(key).flatMap(entry -> entry.text(form).stream()).toList();
  }

  Stream<Entry> list(String key) {
    return at(key).stream().flatMap(entry -> entry.list().stream());
  }

  /** Reads the mapping under that key, and closes it. */
  <T> Optional<T> section(String key, Function<Section, T> reader) {
    return at(key).flatMap(entry -> read(entry, reader));
  }

  /** Reads every mapping of the list under that key. */
  <T> List<T> sections(String key, Function<Section, T> reader) {
    return list(key).flatMap(entry -> read(entry, reader).stream()).toList();
  }

  /** Reads every mapping of the mapping under that key, whose keys are names of that form. */
  <T> SequencedMap<String, T> named(String key, Form form, Function<Section, T> reader) {
    SequencedMap<String, T> all = new LinkedHashMap<>();
    at(key).flatMap(Entry::section).ifPresent(names -> names.readAll(form, reader, all));
    return all;
  }

  Entry whole() {
    return whole;
  }

  @Override
  public void close() {
    entries.forEach(
        (key, tuple) -> {
          if (!known.contains(key)) {
            entry(key, tuple.getKeyNode())
                .report("\"%s\" is no key here".formatted(key), Spelling.advice(key, known));
          }
        });
  }

  /** What the reader makes of the entry, if it is a section; unknown keys in it are reported. */
  static <T> Optional<T> read(Entry entry, Function<Section, T> reader) {
    return entry
        .section()
        .map(
            section -> {
              try (section) {
                return reader.apply(section);
              }
            });
  }

  private <T> void readAll(Form form, Function<Section, T> reader, Map<String, T> into) {
    entries.forEach(
        (name, tuple) -> {
          if (!form.fits(name)) {
            entry(name, tuple.getKeyNode())
                .report("\"%s\" does not fit".formatted(name), "Write " + form.wanted() + ".");
          }
          read(entry(name, tuple.getValueNode()), reader).ifPresent(v -> into.put(name, v));
        });
  }

  private void take(NodeTuple tuple) {
    Node keyNode = tuple.getKeyNode();
    String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!(keyNode instanceof ScalarNode)) {
      entry("", keyNode).report("this key is no text", "Write a single word as the key.");
    } else if (entries.putIfAbsent(key, tuple) != null) {
      entry(key, keyNode).report("\"%s\" is here twice".formatted(key), "Keep one of them.");
    }
  }

  private Entry entry(String key, Node node) {
    return new Entry(
        whole.path().isEmpty() ? key : whole.path() + "." + key, node, whole.problems());
  }
}
