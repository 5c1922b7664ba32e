package dev.plumbline.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.engine.schema.Attribute;
import dev.plumbline.engine.schema.Type;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.tests.StateEdit.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Secrets planted in a state, each at one place and found by its text: where the state marks, where
 * the schema marks, and where the name says so. No form gives them away, and since none is live,
 * each place drifts.
 */
final class Canaries {

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(password|passwd|secret|token|api_?key|private_?key|credential).*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ABOUT_A_SECRET =
      Pattern.compile(
          ".*(_?arns?|_ids?|version|policy|name|prefix|enabled|type|days|period)",
          Pattern.CASE_INSENSITIVE);

  /** By these a resource is found; without them nothing would be compared. */
  private static final Set<String> IDENTITY =
      Set.of(
          "arn",
          "bucket",
          "cidr_block",
          "cluster",
          "function_name",
          "id",
          "identifier",
          "key_id",
          "name",
          "owner_id",
          "policy_arn",
          "region",
          "role",
          "security_group_id",
          "security_group_rule_id",
          "type",
          "url",
          "vpc_id");

  private final AwsTypes types = ResourceTypes.aws();
  private final Map<String, String> planted = new TreeMap<>();
  private final String text;

  Canaries() {
    this("wolframite-%04d-scheelite");
  }

  /**
   * @param text of each, with a place for its number
   */
  Canaries(String text) {
    this.text = text;
  }

  /** Plants as many as there are places for. */
  void plant(Instance instance) {
    ObjectNode attributes = instance.attributes();
    schema(instance)
        .forEach((name, attribute) -> plantMarked(instance, attributes, name, attribute));
    plantNamed(instance, attributes, "");
    plantInTags(instance);
    markTexts(instance);
  }

  /** All of them. */
  List<String> all() {
    return List.copyOf(planted.keySet());
  }

  /** Those in resources of that type. */
  List<String> of(String type) {
    return planted.entrySet().stream()
        .filter(each -> each.getValue().startsWith(type + " "))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Where those were planted that this text shows. */
  List<String> foundIn(String text) {
    return foundIn(text, "");
  }

  /** The same for one type. */
  List<String> foundIn(String text, String type) {
    List<String> found = new ArrayList<>();
    planted.forEach(
        (canary, place) -> {
          if (place.startsWith(type.isEmpty() ? "" : type + " ") && text.contains(canary)) {
            found.add(place);
          }
        });
    return found;
  }

  private Map<String, Attribute> schema(Instance instance) {
    return types
        .describe(instance.type())
        .<Map<String, Attribute>>map(known -> known.schema().attributes())
        .orElse(Map.of());
  }

  private String at(Instance instance, String path) {
    String canary = text.formatted(planted.size());
    planted.put(canary, "%s %s %s".formatted(instance.type(), instance.address(), path));
    return canary;
  }

  private void plantMarked(Instance instance, ObjectNode holder, String name, Attribute attribute) {
    if (attribute.sensitive() && attribute.type() == Type.Primitive.STRING) {
      holder.put(name, at(instance, name));
    } else {
      Map<String, Attribute> members = members(attribute.type());
      for (JsonNode element : elements(holder.path(name))) {
        if (element instanceof ObjectNode block) {
          members.forEach((member, known) -> plantMarked(instance, block, member, known));
        }
      }
    }
  }

  private static Map<String, Attribute> members(Type type) {
    return switch (type) {
      case Type.ObjectOf(var attributes) -> attributes;
      case Type.ListOf(var element) -> members(element);
      case Type.SetOf(var element) -> members(element);
      case Type.MapOf _, Type.Primitive _ -> Map.of();
    };
  }

  private static Iterable<JsonNode> elements(JsonNode node) {
    return node.isArray() ? node : List.of(node);
  }

  private void plantNamed(Instance instance, JsonNode node, String path) {
    if (node instanceof ArrayNode list) {
      list.forEach(each -> plantNamed(instance, each, path));
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(names(object))) {
        JsonNode value = object.path(name);
        boolean secret =
            SECRET_NAME.matcher(name).matches() && !ABOUT_A_SECRET.matcher(name).matches();
        if (secret && (value.isTextual() || value.isNull())) {
          object.put(name, at(instance, path + name));
        } else {
          plantNamed(instance, value, path + name + ".");
        }
      }
      if (path.endsWith("variables.")) {
        object.put("DB_PASSWORD", at(instance, path + "DB_PASSWORD"));
      }
    }
  }

  private void plantInTags(Instance instance) {
    if (instance.attributes().path("tags_all") instanceof ObjectNode tags) {
      String canary = at(instance, "tags.api_token");
      tags.put("api_token", canary);
      if (instance.attributes().path("tags") instanceof ObjectNode own) {
        own.put("api_token", canary);
      }
    }
  }

  /** Marks every attribute that is not needed to find the resource, and plants in its texts. */
  private void markTexts(Instance instance) {
    ArrayNode marks = instance.json().withArray("sensitive_attributes");
    ObjectNode attributes = instance.attributes();
    for (String name : names(attributes)) {
      if (!IDENTITY.contains(name) && !name.startsWith("tags")) {
        attributes.set(name, filled(instance, attributes.path(name), name));
        marks.addArray().addObject().put("type", "get_attr").put("value", name);
      }
    }
  }

  private JsonNode filled(Instance instance, JsonNode value, String path) {
    switch (value) {
      case ArrayNode list -> {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, filled(instance, list.get(i), path));
        }
      }
      case ObjectNode object ->
          names(object)
              .forEach(
                  name -> object.set(name, filled(instance, object.path(name), path + "." + name)));
      default -> {
        boolean empty = !value.isTextual() || value.asText().isEmpty();
        return empty || planted.containsKey(value.asText())
            ? value
            : TextNode.valueOf(at(instance, path));
      }
    }
    return value;
  }

  private static List<String> names(ObjectNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
