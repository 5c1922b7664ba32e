package dev.plumbline.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Asking the service for remediations, and answering their plans. */
public final class RemoteRemediation {

  private static final Set<String> ANSWERED = Set.of("taken", "done", "refused", "failed");
  private static final Set<String> MOVING =
      Set.of("requested", "planning", "applying", "verifying");

  private final Service service;
  private final Waiting waiting;

  public RemoteRemediation(Service service, Waiting waiting) {
    this.service = service;
    this.waiting = waiting;
  }

  /**
   * What is asked for.
   *
   * @param answer {@code accept} or {@code revert}
   * @param addresses only these; empty for all that drifted
   */
  public record Asked(
      String stack, String answer, List<String> addresses, boolean includeChanges, boolean dryRun) {
    public Asked {
      addresses = List.copyOf(addresses);
    }
  }

  /** Asks, and waits for an answer: the request as it stands then. */
  public JsonNode ask(Asked asked) throws RemoteException {
    ObjectNode body = object().put("answer", asked.answer());
    if (!asked.addresses().isEmpty()) {
      asked.addresses().forEach(body.putArray("addresses")::add);
    }
    body.put("includeChanges", asked.includeChanges()).put("dryRun", asked.dryRun());
    return answered(
        service.post("/v1/stacks/%s/remediations".formatted(Service.segment(asked.stack())), body));
  }

  /**
   * Approves a plan, and waits for an answer.
   *
   * @param token the plan's
   */
  public JsonNode approve(String token) throws RemoteException {
    return answered(
        service.post(at(remediation(token)) + "/approval", object().put("planToken", token)));
  }

  /**
   * Rejects a plan, or withdraws a remediation, and waits for an answer.
   *
   * @param named the plan's token, or the remediation's id
   * @param because why, "" where nothing is said
   */
  public JsonNode reject(String named, String because) throws RemoteException {
    ObjectNode body = object();
    if (named.contains("-")) {
      body.put("planToken", named);
    }
    if (!because.isEmpty()) {
      body.put("because", because);
    }
    return answered(service.post(at(remediation(named)) + "/rejection", body));
  }

  /** The remediation that a plan's token or an id is of. */
  public static String remediation(String named) {
    return named.replaceFirst("-[^-]*$", "");
  }

  public JsonNode show(String id) throws RemoteException {
    return service.get(at(id));
  }

  public List<JsonNode> list(String stack) throws RemoteException {
    return service.all("/v1/stacks/%s/remediations".formatted(Service.segment(stack)));
  }

  /** The remediation once it waits for somebody, or has ended. */
  public JsonNode settled(String id) throws RemoteException {
    return waiting.until(at(id), "phase", phase -> !MOVING.contains(phase));
  }

  private JsonNode answered(JsonNode request) throws RemoteException {
    String id = request.path("id").asText("");
    return waiting.until("/v1/requests/" + Service.segment(id), "status", ANSWERED::contains);
  }

  private static String at(String id) {
    return "/v1/remediations/" + Service.segment(id);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
