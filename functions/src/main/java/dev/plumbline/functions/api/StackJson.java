package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;

/** What is remembered of stacks as JSON; enumerations as the report writes them. */
final class StackJson {

  private StackJson() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode of(StackRecord stack) {
    ObjectNode json = object();
    json.put("stack", stack.stack())
        .put("environment", stack.environment())
        .put("status", stack.status().name())
        .put("drifted", drifted(stack))
        .put("fingerprint", stack.fingerprint());
    json.set("summary", summary(stack.summary()));
    json.put("scanId", stack.scanId())
        .put("scannedAt", stack.scannedAt().toString())
        .put("serial", stack.serial())
        .put("lineage", stack.lineage());
    stack
        .issue()
        .ifPresent(
            issue ->
                json.putObject("issue")
                    .put("repository", issue.repository())
                    .put("number", issue.number()));
    return json;
  }

  static boolean drifted(StackRecord stack) {
    return stack.summary().drift() > 0;
  }

  private static ObjectNode summary(Summary summary) {
    return object()
        .put("managed", summary.managed())
        .put("inSync", summary.inSync())
        .put("drifted", summary.drifted())
        .put("deleted", summary.deleted())
        .put("ignored", summary.ignored())
        .put("unreadable", summary.unreadable())
        .put("unsupported", summary.unsupported())
        .put("unmanaged", summary.unmanaged())
        .put("coverage", summary.coverage())
        .put("attributesCompared", summary.attributesCompared())
        .put("attributesRecorded", summary.attributesRecorded());
  }

  static ObjectNode of(Finding finding) {
    ObjectNode json = object();
    json.put("address", finding.address())
        .put("type", finding.type())
        .put("severity", finding.severity().name())
        .put("fingerprint", finding.fingerprint())
        .put("firstSeen", finding.firstSeen().toString())
        .put("since", finding.since().toString())
        .put("lastSeen", finding.lastSeen().toString())
        .put("occurrences", finding.occurrences());
    finding.resolved().ifPresent(at -> json.put("resolved", at.toString()));
    finding
        .cause()
        .ifPresent(
            cause ->
                json.putObject("cause")
                    .put("principal", cause.principal())
                    .put("event", cause.event())
                    .put("at", cause.at().toString())
                    .put("via", cause.via()));
    finding.decision().ifPresent(decision -> json.set("decision", decision(decision)));
    return json;
  }

  private static ObjectNode decision(Finding.Decision decision) {
    ObjectNode json = object().put("verb", ScanJson.word(decision.verb()));
    json.set("by", of(decision.by()));
    return json.put("at", decision.at().toString()).put("remediation", decision.remediation());
  }

  static ObjectNode of(AuditTrail.Entry entry) {
    ObjectNode json = object().put("at", entry.at().toString());
    json.set("by", of(entry.by()));
    return json.put("action", entry.action())
        .put("subject", entry.subject())
        .put("detail", entry.detail());
  }

  static ObjectNode of(Actor actor) {
    return object().put("realm", ScanJson.word(actor.realm())).put("id", actor.id());
  }
}
