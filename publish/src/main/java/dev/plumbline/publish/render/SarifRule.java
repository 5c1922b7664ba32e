package dev.plumbline.publish.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** What a result says of a resource; a rule each. The names are a contract. */
enum SarifRule {
  DRIFTED(
      "drifted",
      "Drifted",
      "The resource is not as its state records it.",
      "Bring the state to reality, or reality to the code."),
  DELETED(
      "deleted",
      "Deleted",
      "The resource is in the state and no longer exists.",
      "Apply the code to create it again, or take it out of the code."),
  UNREADABLE(
      "unreadable",
      "Unreadable",
      "The resource could not be read, so nothing is said of it.",
      "Allow what the message names, and scan again."),
  UNSUPPORTED(
      "unsupported",
      "Unsupported",
      "No reader reads this type of resource yet.",
      "Nothing is said of it; look at it by other means."),
  UNMANAGED(
      "unmanaged",
      "Unmanaged",
      "The resource is in the account and in no state.",
      "Import it into the code, or delete it.");

  private final String id;
  private final String title;
  private final String text;
  private final String help;

  SarifRule(String id, String title, String text, String help) {
    this.id = id;
    this.title = title;
    this.text = text;
    this.help = help;
  }

  String id() {
    return id;
  }

  /** Where it stands in the list of all. */
  int index() {
    return List.of(values()).indexOf(this);
  }

  static void writeAll(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (SarifRule rule : values()) {
      json.writeStartObject();
      json.writeStringField("id", rule.id);
      json.writeStringField("name", rule.title);
      message(json, "shortDescription", rule.text);
      message(json, "help", rule.help);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void message(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
