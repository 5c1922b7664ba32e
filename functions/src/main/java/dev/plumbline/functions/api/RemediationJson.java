package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.util.Locale;

/**
 * Remediations as JSON. Where a plan lies and what Slack takes late answers with is nobody's
 * business.
 */
final class RemediationJson {

  private RemediationJson() {}

  static ObjectNode of(Remediation remediation) {
    ObjectNode json = brief(remediation);
    json.put("includeChanges", remediation.includeChanges());
    json.putObject("basis")
        .put("serial", remediation.basis().serial())
        .put("lineage", remediation.basis().lineage())
        .put("fingerprint", remediation.basis().fingerprint());
    remediation.plan().ifPresent(plan -> json.set("plan", plan(plan, remediation.id())));
    var approvals = json.putArray("approvals");
    for (Remediation.Approval approval : remediation.approvals()) {
      approvals
          .addObject()
          .put("at", approval.at().toString())
          .put("sha256", approval.sha256())
          .put("commit", approval.commit())
          .set("by", StackJson.of(approval.by()));
    }
    var runs = json.putArray("runs");
    for (Remediation.Run run : remediation.runs()) {
      runs.addObject()
          .put("kind", ScanJson.word(run.kind()))
          .put("startedAt", run.startedAt().toString())
          .put("log", run.log());
    }
    return json;
  }

  /** Without its plan and what was done with it, as in a list. */
  static ObjectNode brief(Remediation remediation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", remediation.id())
        .put("stack", remediation.stack())
        .put("answer", ScanJson.word(remediation.answer()))
        .put("phase", word(remediation.phase()));
    remediation.addresses().forEach(json.putArray("addresses")::add);
    json.set("requester", StackJson.of(remediation.requester()));
    return json.put("origin", origin(remediation.origin()))
        .put("requestedAt", remediation.requestedAt().toString())
        .put("changedAt", remediation.changedAt().toString())
        .put("outcome", remediation.outcome());
  }

  private static ObjectNode plan(Plan plan, String id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("token", plan.token(id))
        .put("sha256", plan.sha256())
        .put("commit", plan.commit())
        .put("toolVersion", plan.toolVersion())
        .put("serial", plan.serial())
        .put("made", plan.made().toString())
        .put("expires", plan.expires().toString())
        .put("text", plan.text())
        .put("log", plan.log());
    var actions = json.putArray("actions");
    plan.actions()
        .forEach(
            (address, step) ->
                actions.addObject().put("address", address).put("step", ScanJson.word(step)));
    plan.refusals().forEach(json.putArray("refusals")::add);
    return json;
  }

  static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case Origin.Comment _ -> "github";
      case Origin.Slack _ -> "slack";
      case Origin.Api _ -> "api";
      case Origin.Terminal _ -> "terminal";
      case Origin.Policy _ -> "policy";
    };
  }
}
