package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.store.Receipts.Receipt;
import dev.plumbline.engine.store.Scans;
import java.util.Locale;
import java.util.Optional;

/** Scans and requests as JSON. */
final class ScanJson {

  private ScanJson() {}

  static ObjectNode of(Scans.Entry scan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", scan.id()).put("phase", word(scan.phase()));
    scan.stacks().forEach(json.putArray("stacks")::add);
    json.put("unmanaged", scan.unmanaged());
    json.set("by", StackJson.of(scan.by()));
    json.put("requestedAt", scan.requestedAt().toString())
        .put("changedAt", scan.changedAt().toString())
        .put("problem", scan.problem());
    if (scan.phase() == Scans.Phase.DONE) {
      json.put("report", "/v1/scans/%s/report".formatted(scan.id()));
    }
    return json;
  }

  /**
   * A request.
   *
   * @param remediation what came of it, as far as anything did
   */
  static ObjectNode of(Receipt receipt, Optional<String> remediation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", receipt.id())
        .put("stack", receipt.stack())
        .put("action", receipt.action())
        .put("status", word(receipt.status()));
    json.set("by", StackJson.of(receipt.by()));
    json.put("requestedAt", receipt.at().toString())
        .put("changedAt", receipt.changedAt().toString())
        .put("text", receipt.text());
    remediation.ifPresent(id -> json.put("remediation", id));
    return json;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
