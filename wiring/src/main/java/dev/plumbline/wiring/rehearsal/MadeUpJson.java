package dev.plumbline.wiring.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** A made-up answer as JSON. */
final class MadeUpJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private MadeUpJson() {}

  static String of(List<SdkField<?>> members) {
    return object(members, MadeUp.DEPTH).toString();
  }

  private static ObjectNode object(List<SdkField<?>> members, int depth) {
    ObjectNode object = JSON.objectNode();
    if (depth > 0) {
      members.stream()
          .filter(member -> !MadeUp.isLeftOut(member))
          .forEach(member -> object.set(member.locationName(), value(member, depth - 1)));
    }
    return object;
  }

  private static JsonNode value(SdkField<?> field, int depth) {
    return switch (field.marshallingType().getKnownType()) {
      case STRING -> JSON.textNode(MadeUp.text(field));
      case BOOLEAN -> JSON.booleanNode(true);
      case INTEGER, LONG, FLOAT, DOUBLE, BIG_DECIMAL, SHORT, BYTE -> JSON.numberNode(1);
      case INSTANT ->
          field.containsTrait(TimestampFormatTrait.class)
              ? JSON.textNode("2026-01-01T00:00:00Z")
              : JSON.numberNode(1);
      case LIST ->
          JSON.arrayNode().add(value(field.getTrait(ListTrait.class).memberFieldInfo(), depth));
      case MAP ->
          JSON.objectNode()
              .set(MadeUp.TEXT, value(field.getTrait(MapTrait.class).valueFieldInfo(), depth));
      case SDK_POJO -> object(field.constructor().get().sdkFields(), depth);
      case DOCUMENT -> JSON.objectNode();
      case SDK_BYTES -> JSON.textNode("");
      case NULL -> JSON.nullNode();
    };
  }
}
