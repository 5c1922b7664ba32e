package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.engine.store.AuditTrail.Entry;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.StackRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stacks, their drift, and what was done about it. Thread-safe. */
final class StackRoutes {

  /** How many stacks one request looks at for those that drifted. */
  private static final int LOOKED_AT = 1_000;

  private final Ports ports;
  private final StackNames names;

  StackRoutes(Ports ports) {
    this.ports = ports;
    this.names = new StackNames(ports.stacks());
  }

  /** Whether the store can be read, which everything needs. */
  Response health(Request request, String none) throws IOException, ProblemException {
    Query.only(request);
    ports.stacks().list(Optional.empty(), 1);
    return Response.json(200, JsonNodeFactory.instance.objectNode().put("status", "ok"));
  }

  Response list(Request request, String none) throws IOException, ProblemException {
    Query.only(request, "drifted", "limit", "cursor");
    int limit = Query.limit(request);
    boolean drifted = Query.flag(request, "drifted");
    Optional<String> after = name(Cursor.in(request));
    List<StackRecord> page = new ArrayList<>();
    int looked = 0;
    boolean more = true;
    while (more && page.size() < limit && looked < LOOKED_AT) {
      List<StackRecord> next = ports.stacks().list(after, limit);
      more = next.size() == limit;
      for (StackRecord stack : next) {
        if (page.size() == limit) {
          more = true;
          break;
        }
        after = Optional.of(stack.stack());
        if (!drifted || StackJson.drifted(stack)) {
          page.add(stack);
        }
      }
      looked += next.size();
    }
    Optional<JsonNode> cursor = more ? after.map(TextNode::valueOf) : Optional.empty();
    return Response.json(200, Page.of(page, StackJson::of, cursor));
  }

  private static Optional<String> name(Optional<JsonNode> cursor) throws ProblemException {
    if (cursor.isPresent() && !StackNames.possible(cursor.get().asText(""))) {
      throw Cursor.unusable();
    }
    return cursor.map(JsonNode::asText);
  }

  Response show(Request request, String stack) throws IOException, ProblemException {
    Query.only(request);
    return Response.json(200, StackJson.of(names.find(stack)));
  }

  Response drift(Request request, String stack) throws IOException, ProblemException {
    Query.only(request, "resolved", "limit", "cursor");
    boolean resolved = Query.flag(request, "resolved");
    StackRecord record = names.find(stack);
    List<Finding> findings =
        ports.stacks().findings(record.stack()).stream()
            .filter(each -> resolved || each.resolved().isEmpty())
            .toList();
    ObjectNode page =
        Page.of(
            findings, each -> each.address() + ' ' + each.fingerprint(), StackJson::of, request);
    page.put("stack", record.stack())
        .put("scannedAt", record.scannedAt().toString())
        .put("fingerprint", record.fingerprint());
    return Response.json(200, page);
  }

  Response history(Request request, String stack) throws IOException, ProblemException {
    Query.only(request, "since");
    Optional<Instant> since = Query.instant(request, "since");
    String name = names.find(stack).stack();
    return Response.json(200, HistoryJson.of(name, ports.stacks().findings(name), since));
  }

  Response audit(Request request, String stack) throws IOException, ProblemException {
    Query.only(request, "limit", "cursor");
    int limit = Query.limit(request);
    String name = names.find(stack).stack();
    Optional<Entry> after = AuditCursor.read(Cursor.in(request), name);
    List<Entry> entries = ports.audit().of(name, after, limit);
    Optional<JsonNode> next =
        entries.size() < limit ? Optional.empty() : Optional.of(AuditCursor.of(entries.getLast()));
    return Response.json(200, Page.of(entries, StackJson::of, next));
  }
}
