package dev.plumbline.tests.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A template as far as the emulator knows its types. It ignores the others, and fails where
 * something refers to one of those: their references are given a value here. That they are right is
 * asserted on the template.
 */
final class Emulatable {

  private static final Set<String> KNOWN =
      Set.of(
          "AWS::CloudWatch::Dashboard",
          "AWS::DynamoDB::Table",
          "AWS::Events::Rule",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::Role",
          "AWS::KMS::Key",
          "AWS::Lambda::EventSourceMapping",
          "AWS::Lambda::Function",
          "AWS::Lambda::Permission",
          "AWS::Lambda::Version",
          "AWS::Logs::LogGroup",
          "AWS::S3::Bucket",
          "AWS::SNS::Topic",
          "AWS::SQS::Queue",
          "AWS::StepFunctions::StateMachine");

  /** The emulator refuses a whole number here, which AWS takes. */
  private static final String WHOLE = "\"ToleratedFailurePercentage\": 100,";

  private static final String DECIMAL = "\"ToleratedFailurePercentage\": 100.0,";

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> dropped = new TreeSet<>();

  /** Aliases, which the emulator does not make of templates, by the function they are of. */
  private final Map<String, JsonNode> aliases = new HashMap<>();

  /** What a reference to something outside the template stands for. */
  Emulatable with(String reference, String value) {
    values.put(reference, value);
    return this;
  }

  /** The template without what the emulator does not know. */
  ObjectNode of(DeployedTemplate template) {
    ObjectNode json = template.json().deepCopy();
    json.remove(List.of("Parameters", "Rules"));
    ObjectNode resources = (ObjectNode) json.path("Resources");
    for (Map.Entry<String, JsonNode> each : asMap(resources).entrySet()) {
      note(each.getKey(), each.getValue());
      if (!KNOWN.contains(each.getValue().path("Type").asText())) {
        dropped.add(each.getKey());
        resources.remove(each.getKey());
      }
    }
    resources.forEach(resource -> ((ObjectNode) resource).remove(List.of("DependsOn", "Metadata")));
    return (ObjectNode) resolved(json);
  }

  private void note(String id, JsonNode resource) {
    if (resource.path("Type").asText().equals("AWS::Lambda::Alias")) {
      String function = resource.path("Properties").path("FunctionName").path("Ref").asText();
      ObjectNode arn = JsonNodeFactory.instance.objectNode();
      arn.putArray("Fn::GetAtt").add(function).add("Arn");
      aliases.put(id, arn);
    }
  }

  private static Map<String, JsonNode> asMap(ObjectNode node) {
    Map<String, JsonNode> map = new HashMap<>();
    node.properties().forEach(each -> map.put(each.getKey(), each.getValue()));
    return map;
  }

  private JsonNode resolved(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(each -> copy.add(resolved(each)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return text(node);
    }
    String reference = reference(object);
    if (values.containsKey(reference)) {
      return TextNode.valueOf(values.get(reference));
    }
    if (aliases.containsKey(reference)) {
      return aliases.get(reference);
    }
    if (dropped.contains(reference.split("\\.", 2)[0])) {
      return TextNode.valueOf("arn:aws:none:us-east-1:123456789012:a:b:" + reference);
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object.properties().forEach(each -> copy.set(each.getKey(), resolved(each.getValue())));
    return copy;
  }

  private static JsonNode text(JsonNode node) {
    if (!node.isTextual()) {
      return node;
    }
    String text = node.asText();
    return TextNode.valueOf(text.equals(":live") ? "" : text.replace(WHOLE, DECIMAL));
  }

  /** What a {@code Ref} or {@code Fn::GetAtt} names, "" for anything else. */
  private static String reference(ObjectNode object) {
    if (object.size() != 1) {
      return "";
    }
    if (object.has("Ref")) {
      return object.path("Ref").asText();
    }
    JsonNode attribute = object.path("Fn::GetAtt");
    return attribute.isArray() ? attribute.path(0).asText() + "." + attribute.path(1).asText() : "";
  }
}
