package dev.plumbline.publish.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.state.JsonValues;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON object's fields; an absent one is empty.
 *
 * @param json the object
 * @param what what it is, for messages
 */
record Fields(JsonNode json, String what) {

  JsonNode node(String name) {
    JsonNode node = json.path(name);
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  String text(String name) {
    return node(name).asText("");
  }

  String required(String name) {
    if (!node(name).isTextual()) {
      throw new IllegalArgumentException("a %s has no %s".formatted(what, name));
    }
    return text(name);
  }

  int count(String name) {
    return node(name).asInt();
  }

  boolean flag(String name) {
    return node(name).asBoolean();
  }

  <E extends Enum<E>> E word(String name, Class<E> words) {
    String word = required(name);
    try {
      return Enum.valueOf(words, word);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the %s %s is not known".formatted(name, word), e);
    }
  }

  <T> List<T> list(String name, Function<Fields, T> element) {
    List<T> elements = new ArrayList<>();
    node(name).forEach(each -> elements.add(element.apply(new Fields(each, element(name)))));
    return elements;
  }

  <T> Optional<T> optional(String name, Function<Fields, T> read) {
    return node(name).isObject()
        ? Optional.of(read.apply(new Fields(node(name), name)))
        : Optional.empty();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    node(name).forEach(each -> texts.add(each.asText("")));
    return texts;
  }

  Value value(String name) {
    return JsonValues.of(node(name));
  }

  private static String element(String list) {
    return list.endsWith("s") ? list.substring(0, list.length() - 1) : list;
  }
}
