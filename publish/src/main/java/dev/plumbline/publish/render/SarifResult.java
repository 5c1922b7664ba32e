package dev.plumbline.publish.render;

import static dev.plumbline.publish.render.SarifText.message;
import static dev.plumbline.publish.render.SarifText.plain;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.Sha256;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import java.io.IOException;

/** What is said of one resource of a stack. What is in sync needs no result. */
record SarifResult(JsonGenerator json, StackReport stack) {

  /** By which GitHub knows a result again, wherever it is scanned. */
  private static final String PLACE = "primaryLocationLineHash";

  /** The finding's own; by the key of who scanned, so it is the same only under the same key. */
  private static final String FINDING = "plumblineFinding/v1";

  void write(ResourceReport resource) throws IOException {
    switch (resource.status()) {
      case IN_SYNC -> {}
      case DRIFTED -> drift(SarifRule.DRIFTED, resource, "has drifted: " + Phrases.what(resource));
      case DELETED -> drift(SarifRule.DELETED, resource, "has been deleted. " + resource.reason());
      case IGNORED -> ignored(resource);
      case UNREADABLE ->
          undecided(SarifRule.UNREADABLE, resource, "could not be read. " + resource.reason());
      case UNSUPPORTED ->
          undecided(SarifRule.UNSUPPORTED, resource, "has a type that nothing reads yet.");
    }
  }

  void write(Unmanaged found) throws IOException {
    json.writeStartObject();
    rule(SarifRule.UNMANAGED, "informational", "none");
    text("%s %s is in the account and in no state.".formatted(found.type(), found.id()));
    location(found.type() + " " + found.id(), found.id());
    prints(SarifRule.UNMANAGED, found.type() + " " + found.id(), "");
    place(found.type(), found.id(), found.account(), found.region());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void drift(SarifRule rule, ResourceReport resource, String what) throws IOException {
    open(rule, "fail", level(Findings.severity(resource)), resource, what);
    close(resource);
  }

  private void undecided(SarifRule rule, ResourceReport resource, String what) throws IOException {
    open(rule, "open", "none", resource, what);
    close(resource);
  }

  private void ignored(ResourceReport resource) throws IOException {
    open(SarifRule.DRIFTED, "fail", "note", resource, "has drifted, and a rule ignores that.");
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "external");
    json.writeStringField("status", "accepted");
    json.writeStringField("justification", plain(resource.reason()));
    json.writeEndObject();
    json.writeEndArray();
    close(resource);
  }

  private void open(SarifRule rule, String kind, String level, ResourceReport resource, String what)
      throws IOException {
    json.writeStartObject();
    rule(rule, kind, level);
    text(resource.address() + " " + what.strip());
    location(resource.address(), ResourceName.of(resource.address()));
    prints(rule, resource.address(), resource.fingerprint());
  }

  private void close(ResourceReport resource) throws IOException {
    place(resource.type(), resource.id(), resource.account(), resource.region());
    json.writeStringField("status", resource.status().name());
    if (resource.status() == Status.DRIFTED || resource.status() == Status.DELETED) {
      json.writeStringField("severity", Findings.severity(resource).name());
    }
    if (resource.cause().isPresent()) {
      var cause = resource.cause().get();
      json.writeStringField("principal", plain(cause.principal()));
      json.writeStringField("via", plain(cause.via()));
      json.writeStringField("event", plain(cause.event()));
      json.writeStringField("changedAt", cause.at().toString());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(SarifRule rule, String kind, String level) throws IOException {
    json.writeStringField("ruleId", rule.id());
    json.writeNumberField("ruleIndex", rule.index());
    json.writeStringField("kind", kind);
    json.writeStringField("level", level);
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case LOW -> "note";
      case MEDIUM -> "warning";
      case HIGH, CRITICAL -> "error";
    };
  }

  private void text(String text) throws IOException {
    json.writeObjectFieldStart("message");
    json.writeStringField("text", message(text));
    json.writeEndObject();
  }

  private void location(String address, String name) throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    if (stack.state().isPresent()) {
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", SarifText.uri(stack.state().get().uri()));
      json.writeNumberField("index", 0);
      json.writeEndObject();
      json.writeObjectFieldStart("region");
      // A state has no lines worth naming, and GitHub shows nothing that has none.
      json.writeNumberField("startLine", 1);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("name", plain(name));
    json.writeStringField("fullyQualifiedName", plain(address));
    json.writeStringField("kind", "resource");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void prints(SarifRule rule, String address, String fingerprint) throws IOException {
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField(
        PLACE, Sha256.ofEach(stack.stack(), rule.id(), address).substring(0, 16) + ":1");
    if (!fingerprint.isEmpty()) {
      json.writeStringField(FINDING, plain(fingerprint));
    }
    json.writeEndObject();
  }

  /** Opens the result's properties; who called closes them. */
  private void place(String type, String id, String account, String region) throws IOException {
    json.writeObjectFieldStart("properties");
    json.writeStringField("type", plain(type));
    json.writeStringField("id", plain(id));
    json.writeStringField("account", plain(account));
    json.writeStringField("region", plain(region));
  }
}
