package dev.plumbline.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report;
import dev.plumbline.publish.escape.Plain;
import java.util.Set;

/** A scan that the service makes. */
public final class RemoteScan {

  private static final Set<String> ENDS = Set.of("done", "failed");
  private static final int SHOWN = 1_000;

  private final Service service;
  private final Waiting waiting;

  public RemoteScan(Service service, Waiting waiting) {
    this.service = service;
    this.waiting = waiting;
  }

  /**
   * Starts it, waits for it and fetches its report.
   *
   * @param stacks the stacks; empty for all
   */
  public Report report(Set<String> stacks, boolean unmanaged) throws RemoteException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("unmanaged", unmanaged);
    if (!stacks.isEmpty()) {
      stacks.forEach(body.putArray("stacks")::add);
    }
    String id = service.post("/v1/scans", body).path("id").asText("");
    JsonNode scan = waiting.until("/v1/scans/" + Service.segment(id), "phase", ENDS::contains);
    if (scan.path("phase").asText().equals("failed")) {
      throw new RemoteException(
          "The scan failed: " + Plain.line(scan.path("problem").asText(), SHOWN));
    }
    return service.report(id);
  }
}
