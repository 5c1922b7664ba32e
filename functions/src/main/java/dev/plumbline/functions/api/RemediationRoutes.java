package dev.plumbline.functions.api;

import dev.plumbline.engine.store.Receipts.Receipt;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.util.Optional;
import java.util.SequencedSet;

/** Asking for remediations, and answering their plans. Thread-safe. */
final class RemediationRoutes {

  /** More than a stack has in a year. */
  private static final int LISTED = 1_000;

  private final Ports ports;
  private final Once once;
  private final StackNames names;

  RemediationRoutes(Ports ports, Once once) {
    this.ports = ports;
    this.once = once;
    this.names = new StackNames(ports.stacks());
  }

  Response list(Request request, String stack) throws IOException, ProblemException {
    Query.only(request, "limit", "cursor");
    String name = names.find(stack).stack();
    // The first page is what people look at, and an item is large: only later ones count from the
    // start.
    int read = request.query().containsKey("cursor") ? LISTED : Query.limit(request) + 1;
    return Response.json(
        200,
        Page.of(
            ports.remediations().of(name, read), Remediation::id, RemediationJson::brief, request));
  }

  Response show(Request request, String id) throws IOException, ProblemException {
    Query.only(request);
    return Response.json(200, RemediationJson.of(find(id)));
  }

  Response request(Request request, String stack) throws IOException, ProblemException {
    Query.only(request);
    Body body = Body.of(request, "answer", "addresses", "includeChanges", "dryRun");
    Answer answer = answer(body.text("answer"));
    SequencedSet<String> addresses = body.texts("addresses");
    boolean changes = body.flag("includeChanges");
    boolean dryRun = body.flag("dryRun");
    String name = names.find(stack).stack();
    return taken(
        once.take(
            once.key(request),
            name,
            ScanJson.word(answer),
            (id, by, _) ->
                new Work.Ask(
                    new Remediations.Request(
                        name, answer, addresses, changes, dryRun, by, new Origin.Api(id)))));
  }

  private static Answer answer(Optional<String> word) throws ProblemException {
    return switch (word.orElse("")) {
      case "accept" -> Answer.ACCEPT;
      case "revert" -> Answer.REVERT;
      default ->
          throw Problems.badRequest(
              "answer is neither accept nor revert",
              "accept brings the state to reality, revert brings reality to the code.");
    };
  }

  Response approve(Request request, String id) throws IOException, ProblemException {
    Query.only(request);
    Body body = Body.of(request, "planToken");
    String token =
        body.text("planToken")
            .orElseThrow(
                () -> Problems.badRequest("There is no planToken", "Send the plan's token."));
    Once.Key key = once.key(request);
    if (!key.caller().person()) {
      throw Problems.noPerson(key.caller().actor().id());
    }
    Remediation remediation = find(id);
    waiting(remediation, key);
    fits(token, remediation);
    return taken(
        once.take(
            key,
            remediation.stack(),
            "approve",
            (receipt, by, _) ->
                new Work.Approve(
                    token, Optional.of(remediation.stack()), by, new Origin.Api(receipt))));
  }

  /** A repeated request is answered as the first, though its plan waits no longer. */
  private void waiting(Remediation remediation, Once.Key key) throws IOException, ProblemException {
    boolean repeated = ports.receipts().find(key.id()).isPresent();
    if (!repeated && remediation.phase() != Phase.AWAITING_APPROVAL) {
      throw Problems.conflict(
          "not-waiting",
          "The remediation waits for no approval",
          "It is " + RemediationJson.word(remediation.phase()),
          "Look at the remediation; an approval is taken while it is awaiting-approval.");
    }
  }

  private static void fits(String token, Remediation remediation) throws ProblemException {
    if (!remediation
        .plan()
        .map(plan -> plan.token(remediation.id()))
        .filter(token::equals)
        .isPresent()) {
      throw Problems.conflict(
          "another-plan",
          "The token is not this plan's",
          "The remediation has another plan, or none",
          "Look at its plan as it is now, and send that plan's token if you approve it.");
    }
  }

  Response reject(Request request, String id) throws IOException, ProblemException {
    Query.only(request);
    Body body = Body.of(request, "planToken", "because");
    Optional<String> token = body.text("planToken");
    String because = body.text("because").orElse("");
    Once.Key key = once.key(request);
    Remediation remediation = find(id);
    stoppable(remediation, key);
    if (token.isPresent()) {
      fits(token.get(), remediation);
    }
    String named =
        token.or(() -> remediation.plan().map(plan -> plan.token(id))).orElse(remediation.id());
    return taken(
        once.take(
            key,
            remediation.stack(),
            "reject",
            (receipt, by, _) ->
                new Work.Reject(
                    named,
                    Optional.of(remediation.stack()),
                    because,
                    by,
                    new Origin.Api(receipt))));
  }

  private void stoppable(Remediation remediation, Once.Key key)
      throws IOException, ProblemException {
    boolean repeated = ports.receipts().find(key.id()).isPresent();
    if (!repeated && !remediation.phase().next().contains(Phase.REJECTED)) {
      throw Problems.conflict(
          "too-late",
          "The remediation can be rejected no longer",
          "It is " + RemediationJson.word(remediation.phase()),
          "Look at what became of it.");
    }
  }

  private static Response taken(Receipt receipt) {
    return Response.json(202, ScanJson.of(receipt, Optional.empty()))
        .with("location", "/v1/requests/" + receipt.id());
  }

  private Remediation find(String id) throws IOException, ProblemException {
    return ports
        .remediations()
        .find(Ids.of("remediation", id))
        .orElseThrow(() -> Ids.unknown("remediation", id));
  }
}
