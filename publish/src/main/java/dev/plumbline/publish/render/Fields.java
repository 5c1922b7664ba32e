package dev.plumbline.publish.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.state.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return value(node(name));
  }

  private static String element(String list) {
    return list.endsWith("s") ? list.substring(0, list.length() - 1) : list;
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Value.of(node.textValue());
      case BOOLEAN -> Value.of(node.booleanValue());
      case NUMBER -> new Value.Num(node.decimalValue());
      case ARRAY -> {
        List<Value> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        yield Value.of(items);
      }
      case OBJECT -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
        yield Value.of(entries);
      }
      case NULL, MISSING, BINARY, POJO -> Value.none();
    };
  }
}
