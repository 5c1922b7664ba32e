package dev.plumbline.functions.api;

import dev.plumbline.engine.store.Receipts.Receipt;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediation;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** What became of what was asked for. Thread-safe. */
final class RequestRoutes {

  /** A stack has one remediation at a time, so that of a request is among the newest. */
  private static final int NEWEST = 10;

  private static final Set<String> REMEDIES = Set.of("accept", "revert");

  private final Ports ports;

  RequestRoutes(Ports ports) {
    this.ports = ports;
  }

  Response show(Request request, String id) throws IOException, ProblemException {
    Query.only(request);
    Receipt receipt =
        ports.receipts().find(Ids.of("request", id)).orElseThrow(() -> Ids.unknown("request", id));
    return Response.json(200, ScanJson.of(receipt, remediation(receipt)));
  }

  private Optional<String> remediation(Receipt receipt) throws IOException {
    if (!REMEDIES.contains(receipt.action())) {
      return Optional.empty();
    }
    return ports.remediations().of(receipt.stack(), NEWEST).stream()
        .filter(each -> each.origin().equals(new Origin.Api(receipt.id())))
        .map(Remediation::id)
        .findFirst();
  }
}
