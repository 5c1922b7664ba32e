package dev.plumbline.wiring.rehearsal;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.XmlAttributesTrait;

/** A made-up answer as XML. */
final class MadeUpXml {

  /** The one structure of all that are read which has any. */
  private static final String GRANTEE =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\"";

  private final StringBuilder xml = new StringBuilder();

  private MadeUpXml() {}

  /**
   * @param wrapped whether the members are in an element of their own, as the query protocol has it
   */
  static String of(List<SdkField<?>> members, boolean wrapped) {
    MadeUpXml all = new MadeUpXml();
    if (wrapped) {
      all.element("Response", () -> all.element("Result", () -> all.members(members, 0)));
    } else {
      all.element("Response", () -> all.members(members, 0));
    }
    return all.xml.toString();
  }

  private void element(String name, Runnable content) {
    element(name, "", content);
  }

  private void element(String name, String attributes, Runnable content) {
    xml.append('<').append(name).append(attributes).append('>');
    content.run();
    xml.append("</").append(name).append('>');
  }

  private void members(List<SdkField<?>> members, int depth) {
    if (depth < MadeUp.DEPTH) {
      members.stream()
          .filter(member -> !MadeUp.isLeftOut(member))
          .forEach(member -> member(member.unmarshallLocationName(), member, depth + 1));
    }
  }

  private void member(String name, SdkField<?> field, int depth) {
    switch (field.marshallingType().getKnownType()) {
      case LIST -> list(name, field.getTrait(ListTrait.class), depth);
      case MAP -> map(name, field.getTrait(MapTrait.class), depth);
      case SDK_POJO ->
          element(
              name,
              field.containsTrait(XmlAttributesTrait.class) ? GRANTEE : "",
              () -> members(field.constructor().get().sdkFields(), depth));
      case STRING -> element(name, () -> xml.append(MadeUp.text(field)));
      case BOOLEAN -> element(name, () -> xml.append(true));
      case INTEGER, LONG, FLOAT, DOUBLE, BIG_DECIMAL, SHORT, BYTE ->
          element(name, () -> xml.append(1));
      case INSTANT -> element(name, () -> xml.append("2026-01-01T00:00:00Z"));
      case SDK_BYTES, DOCUMENT, NULL -> {}
    }
  }

  private void list(String name, ListTrait list, int depth) {
    if (list.isFlattened()) {
      member(name, list.memberFieldInfo(), depth);
    } else {
      element(name, () -> member(item(list.memberLocationName()), list.memberFieldInfo(), depth));
    }
  }

  private static String item(String named) {
    return named == null ? "member" : named;
  }

  private void map(String name, MapTrait map, int depth) {
    Runnable entry =
        () -> {
          element(map.keyLocationName(), () -> xml.append(MadeUp.TEXT));
          member(map.valueLocationName(), map.valueFieldInfo(), depth);
        };
    if (map.isFlattened()) {
      element(name, entry);
    } else {
      element(name, () -> element("entry", entry));
    }
  }
}
