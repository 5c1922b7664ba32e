package dev.plumbline.live.aws.ecs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * The JSON text that {@code container_definitions} is. ECS keeps no order among containers,
 * variables and secrets, and spells some defaults out (the provider's own rules of equivalence).
 */
final class ContainerDefinitions {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Lists whose order means nothing, by the member that tells their elements apart. */
  private static final Map<String, String> UNORDERED =
      Map.of("environment", "name", "secrets", "name");

  private ContainerDefinitions() {}

  /** ECS's answer as it would be written in the code. */
  static String text(List<ContainerDefinition> containers) {
    return node(containers).toString();
  }

  /**
   * Whether two texts mean the same.
   *
   * @param ownAddress where tasks have an address of their own, a port is the same inside and out
   */
  static boolean same(String one, String other, boolean ownAddress) {
    try {
      ObjectMapper json = new ObjectMapper();
      return plain(json.readTree(one), ownAddress).equals(plain(json.readTree(other), ownAddress));
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  private static JsonNode node(@Nullable Object answer) {
    return switch (answer) {
      case null -> NODES.nullNode();
      case SdkPojo pojo -> {
        ObjectNode object = NODES.objectNode();
        for (SdkField<?> field : pojo.sdkFields()) {
          JsonNode member = node(field.getValueOrDefault(pojo));
          if (!member.isNull() && !(member.isContainerNode() && member.isEmpty())) {
            object.set(field.locationName(), member);
          }
        }
        yield object;
      }
      case List<?> list -> {
        ArrayNode array = NODES.arrayNode();
        list.forEach(element -> array.add(node(element)));
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, value) -> object.set(String.valueOf(key), node(value)));
        yield object;
      }
      case Boolean truth -> NODES.booleanNode(truth);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      default -> NODES.textNode(answer.toString());
    };
  }

  private static JsonNode plain(JsonNode containers, boolean ownAddress) {
    List<JsonNode> plain = new ArrayList<>();
    for (JsonNode container : containers) {
      if (container.deepCopy() instanceof ObjectNode copy) {
        defaults(copy, ownAddress);
        plain.add(bare(copy));
      }
    }
    return sorted(plain, "name");
  }

  private static void defaults(ObjectNode container, boolean ownAddress) {
    if (!container.hasNonNull("essential")) {
      container.put("essential", true);
    }
    if (container.path("cpu").asInt() == 0) {
      container.remove("cpu");
    }
    for (JsonNode each : container.path("portMappings")) {
      if (each instanceof ObjectNode port) {
        portDefaults(port, ownAddress);
      }
    }
    UNORDERED.forEach(
        (list, by) -> {
          List<JsonNode> elements = new ArrayList<>();
          container.path(list).forEach(elements::add);
          container.set(list, sorted(elements, by));
        });
  }

  private static void portDefaults(ObjectNode port, boolean ownAddress) {
    if (port.path("protocol").asText().equals("tcp")) {
      port.remove("protocol");
    }
    if (port.path("hostPort").asInt() == 0) {
      port.remove("hostPort");
      if (ownAddress && port.has("containerPort")) {
        port.set("hostPort", port.get("containerPort"));
      }
    }
  }

  private static ArrayNode sorted(List<JsonNode> elements, String by) {
    elements.sort(Comparator.comparing(element -> element.path(by).asText()));
    return NODES.arrayNode().addAll(elements);
  }

  /** Without members that say nothing; numbers and truths as text, as people write either. */
  private static JsonNode bare(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode();
      node.forEach(element -> array.add(bare(element)));
      return array;
    }
    if (!node.isObject()) {
      return NODES.textNode(node.asText());
    }
    ObjectNode object = NODES.objectNode();
    node.properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                object.set(member.getKey(), bare(value));
              }
            });
    return object;
  }
}
