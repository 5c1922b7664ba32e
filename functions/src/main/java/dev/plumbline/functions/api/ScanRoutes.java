package dev.plumbline.functions.api;

import dev.plumbline.engine.store.Receipts.Receipt;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.util.SequencedSet;

/** Starting scans, and what became of them. Thread-safe. */
final class ScanRoutes {

  /** As base64, with the envelope around it, this is just below Lambda's limit of 6 MB. */
  static final long INLINE = 4L * 1024 * 1024;

  private static final int SHOWN = 1_000;

  private final Ports ports;
  private final Once once;

  ScanRoutes(Ports ports, Once once) {
    this.ports = ports;
    this.once = once;
  }

  Response start(Request request, String none) throws IOException, ProblemException {
    Query.only(request);
    Body body = Body.of(request, "stacks", "unmanaged");
    SequencedSet<String> stacks = body.texts("stacks");
    boolean unmanaged = body.flag("unmanaged");
    Receipt receipt =
        once.take(
            once.key(request),
            stacks.size() == 1 ? stacks.getFirst() : "",
            "scan",
            (id, by, now) -> {
              ports
                  .scans()
                  .add(
                      new Scans.Entry(
                          id, stacks, unmanaged, by, now, Scans.Phase.QUEUED, now, "", ""));
              return new Work.Scan(id, stacks, unmanaged, by, new Origin.Api(id));
            });
    return Response.json(202, ScanJson.of(scan(receipt.id())))
        .with("location", "/v1/scans/" + receipt.id());
  }

  Response show(Request request, String id) throws IOException, ProblemException {
    Query.only(request);
    return Response.json(200, ScanJson.of(scan(id)));
  }

  Response report(Request request, String id) throws IOException, ProblemException {
    Query.only(request);
    Scans.Entry scan = scan(id);
    return switch (scan.phase()) {
      case QUEUED -> throw Problems.notYet("It waits for its turn");
      case RUNNING -> throw Problems.notYet("It is running");
      case FAILED ->
          throw Problems.conflict(
              "scan-failed",
              "The scan came to nothing",
              Plain.line(scan.problem(), SHOWN),
              "Put it right, and scan again.");
      case DONE -> whole(scan);
    };
  }

  private Response whole(Scans.Entry scan) throws IOException, ProblemException {
    Reports.Kept kept =
        ports
            .reports()
            .find(scan.reportUri(), INLINE)
            .orElseThrow(
                () ->
                    Problems.unknown(
                        "report", scan.id(), "Reports are kept for a while only: scan again."));
    return switch (kept) {
      case Reports.Kept.Whole(var json) -> Response.of(200, json);
      case Reports.Kept.Elsewhere(var link) ->
          Response.empty(302).with("location", link.toString());
    };
  }

  private Scans.Entry scan(String id) throws IOException, ProblemException {
    return ports.scans().find(Ids.of("scan", id)).orElseThrow(() -> Ids.unknown("scan", id));
  }
}
