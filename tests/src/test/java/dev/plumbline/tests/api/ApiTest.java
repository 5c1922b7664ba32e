package dev.plumbline.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.remote.Service;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Receipts;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.tests.api.Gateway.Answer;
import dev.plumbline.wiring.work.ReceiptReplies;
import dev.plumbline.wiring.work.Replies.Mood;
import dev.plumbline.wiring.work.Work;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API does beyond the form of its answers. */
final class ApiTest {

  private static final String STACK = "/v1/stacks/net%2Fprod";
  private static final String PLAN = "/v1/remediations/" + Samples.REMEDIATION;
  private static final Call SCAN = Call.post("/v1/scans", "{\"stacks\":[\"net/prod\"]}");
  private static final Call APPROVAL =
      Call.post(PLAN + "/approval", "{\"planToken\":\"%s\"}".formatted(Samples.TOKEN));

  private final FakeStore store = Samples.store();

  static Receipts.Receipt receipt(String id) {
    return new Receipts.Receipt(
        id,
        "digest",
        Samples.STACK,
        "revert",
        Samples.ANA,
        Samples.NOW,
        Receipts.Status.TAKEN,
        "A plan is being made.",
        Samples.NOW);
  }

  @Test
  void a_repeated_request_is_queued_once_and_answered_the_same() {
    Answer first = SCAN.to(store);
    Answer second = SCAN.to(store);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.headers()).isEqualTo(first.headers());
    assertThat(store.queued).hasSize(1);
    String id = first.json().path("id").asText();
    assertThat(store.queued.getFirst())
        .isEqualTo(
            new Work.Scan(
                id,
                new java.util.TreeSet<>(Set.of("net/prod")),
                false,
                Samples.ANA,
                new Origin.Api(id)));
    assertThat(first.headers()).containsEntry("location", "/v1/scans/" + id);
  }

  @Test
  void another_callers_key_and_another_key_are_other_requests() {
    SCAN.to(store);
    SCAN.by(Gateway.ROBOT).to(store);
    SCAN.header("Idempotency-Key", "two").to(store);
    assertThat(store.queued).hasSize(3);
    assertThat(Set.copyOf(store.queuedOnce)).hasSize(3);
  }

  @Test
  void a_request_has_the_id_and_digest_it_always_had() {
    SCAN.by(Gateway.ROBOT).to(store);
    assertThat(store.receipts.values())
        .extracting(Receipts.Receipt::id, Receipts.Receipt::digest)
        .containsExactly(
            tuple(
                "46912e5452f11a2a81f2d28290b03347",
                "e99f7fb4747e95e3eaf61c48ee77555b02a26daa123ddefa653529a071c2bbc4"));
  }

  @Test
  void what_could_not_be_queued_is_queued_by_the_repetition() {
    store.queueDown = true;
    assertThat(SCAN.to(store).status()).isEqualTo(503);
    store.queueDown = false;
    assertThat(SCAN.to(store).status()).isEqualTo(202);
    assertThat(store.queued).hasSize(1);
  }

  @Test
  void a_scan_without_names_is_of_all_and_an_empty_list_is_an_error() {
    assertThat(SCAN.body("{}").to(store).json().path("stacks")).isEmpty();
    assertThat(SCAN.body("{\"stacks\":[]}").to(store).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}{}",
        "{\"stack\":\"a\"}",
        "{\"stacks\":\"a\"}",
        "{\"stacks\":[1]}",
        "{\"stacks\":[\" \"]}",
        "{\"stacks\":[\"a\",\"a\"]}",
        "{\"unmanaged\":\"yes\"}",
        "{\"unmanaged\":true,\"unmanaged\":false}",
        "{\"unmanaged\":null}"
      })
  void a_body_that_is_not_as_declared_is_refused_and_queues_nothing(String body) {
    assertThat(SCAN.body(body).to(store).status()).isEqualTo(400);
    assertThat(store.queued).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "ключ"})
  void without_a_usable_key_nothing_is_queued(String key) {
    assertThat(SCAN.header("Idempotency-Key", key).to(store).status()).isEqualTo(400);
    assertThat(store.queued).isEmpty();
  }

  @Test
  void an_approval_is_queued_for_the_plans_own_stack_and_by_the_person() {
    Answer answer = APPROVAL.to(store);
    String id = answer.json().path("id").asText();
    assertThat(answer.headers()).containsEntry("location", "/v1/requests/" + id);
    assertThat(store.queued)
        .containsExactly(
            new Work.Approve(
                Samples.TOKEN,
                java.util.Optional.of(Samples.STACK),
                Samples.ANA,
                new Origin.Api(id)));
  }

  @Test
  void a_repeated_approval_is_answered_as_the_first_though_the_plan_waits_no_longer() {
    APPROVAL.to(store);
    store.remediations.put(
        Samples.REMEDIATION, Samples.remediation(Samples.REMEDIATION, Phase.APPLYING));
    assertThat(APPROVAL.to(store).status()).isEqualTo(202);
    assertThat(APPROVAL.header("Idempotency-Key", "two").to(store).status()).isEqualTo(409);
    assertThat(store.queued).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sts::111122223333:assumed-role/deploy/ana@acme.example",
    "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Forged_0123456789abcdef/ana@acme.example",
    "arn:aws:sts::999999999999:assumed-role/AWSReservedSSO_Platform_0123456789abcdef/ana@acme.example",
    "arn:aws:sts::111122223333:federated-user/ana@acme.example",
    "arn:aws:iam::999999999999:user/ana",
    "arn:aws:iam::111122223333:root",
    "ana@acme.example"
  })
  void a_name_that_anybody_could_take_approves_nothing(String arn) {
    Answer answer = APPROVAL.by(arn).to(store);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("type").asText()).isEqualTo("urn:plumbline:problem:no-person");
    assertThat(store.queued).isEmpty();
  }

  @Test
  void whoever_is_no_person_may_ask_and_goes_by_the_whole_arn() {
    SCAN.by(Gateway.ROBOT).to(store);
    assertThat(((Work.Scan) store.queued.getFirst()).by())
        .isEqualTo(new Actor(Actor.Realm.AWS, Gateway.ROBOT));
  }

  @Test
  void an_iam_user_is_a_person_who_goes_by_the_whole_arn() {
    String arn = "arn:aws:iam::111122223333:user/people/ana@acme.example";
    assertThat(APPROVAL.by(arn).to(store).status()).isEqualTo(202);
    assertThat(((Work.Approve) store.queued.getFirst()).by().id()).isEqualTo(arn);
  }

  @Test
  void a_rejection_without_a_token_names_the_plan_there_is() {
    Call.post(PLAN + "/rejection", "{\"because\":\"meant\"}").by(Gateway.ROBOT).to(store);
    Work.Reject reject = (Work.Reject) store.queued.getFirst();
    assertThat(reject.token()).isEqualTo(Samples.TOKEN);
    assertThat(reject.because()).isEqualTo("meant");
  }

  @Test
  void a_request_for_a_remediation_carries_all_that_was_asked() {
    Call.post(
            STACK + "/remediations",
            """
            {"answer":"accept","addresses":["a.b","c.d"],"includeChanges":true,"dryRun":true}
            """)
        .to(store);
    var asked = ((Work.Ask) store.queued.getFirst()).request();
    assertThat(asked.stack()).isEqualTo(Samples.STACK);
    assertThat(asked.answer()).isEqualTo(dev.plumbline.remediation.Answer.ACCEPT);
    assertThat(asked.addresses()).containsExactlyInAnyOrder("a.b", "c.d");
    assertThat(asked.includeChanges()).isTrue();
    assertThat(asked.dryRun()).isTrue();
  }

  @Test
  void a_request_tells_what_was_replied_and_which_remediation_came_of_it() {
    Answer asked = Call.post(STACK + "/remediations", "{\"answer\":\"revert\"}").to(store);
    Origin origin = ((Work.Ask) store.queued.getFirst()).request().origin();
    var replies = new ReceiptReplies(store.ports().receipts(), InstantSource.fixed(Samples.NOW));
    replies.reply(origin, Mood.TAKEN, "A plan is being made.");
    replies.reply(origin, Mood.DONE, "Reverted.");
    replies.reply(origin, Mood.REFUSED, "It was done before.");
    Remediation one = Samples.remediation("fresh12345", Phase.PLANNING);
    store.remediations.put("fresh12345", from(origin, one));
    JsonNode request = Call.get(asked.headers().get("location")).to(store).json();
    assertThat(request.path("status").asText()).isEqualTo("done");
    assertThat(request.path("text").asText()).isEqualTo("Reverted.");
    assertThat(request.path("remediation").asText()).isEqualTo("fresh12345");
  }

  static Remediation from(Origin origin, Remediation one) {
    return new Remediation(
        one.id(),
        one.stack(),
        one.answer(),
        one.addresses(),
        one.includeChanges(),
        one.requester(),
        origin,
        one.requestedAt(),
        one.basis(),
        one.phase(),
        one.plan(),
        one.approvals(),
        one.runs(),
        one.outcome(),
        one.changedAt(),
        one.version(),
        Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "a b+c", "50%", "a%2Fb", "what?", "ü/ß", "a&b=c#d", "a;b"})
  void a_stack_of_any_name_is_found_as_the_client_writes_it(String name) {
    store.stacks.put(name, Samples.stack(name, 0));
    Answer answer = Call.get("/v1/stacks/" + Service.segment(name)).to(store);
    assertThat(answer.json().path("stack").asText()).isEqualTo(name);
    Answer drift = Call.get("/v1/stacks/" + Service.segment(name) + "/drift").to(store);
    assertThat(drift.json().path("stack").asText()).isEqualTo(name);
  }

  @Test
  void head_is_get_without_the_body() {
    Answer head = Call.get(STACK).method("HEAD").to(store);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(Call.get("/nowhere").method("HEAD").to(store).body()).isEmpty();
    Answer wrong = Call.get("/v1/stacks").with("a", "%zz").method("HEAD").to(store);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/health, 'GET, HEAD, OPTIONS'",
    "/v1/scans, 'POST, OPTIONS'",
    "/v1/stacks/net%2Fprod/remediations, 'GET, POST, HEAD, OPTIONS'"
  })
  void another_method_is_told_what_the_path_takes(String path, String allowed) {
    for (String method : List.of("DELETE", "PUT", "PATCH", "TRACE", "get2")) {
      Answer answer = Call.get(path).method(method).to(store);
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.headers()).containsEntry("allow", allowed);
    }
    Answer options = Call.get(path).method("OPTIONS").to(store);
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.headers()).containsEntry("allow", allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v2/stacks",
        "/v1/stacks/",
        "/v1/scans/",
        "/v1/scans/a/b",
        "/v1/remediations/x/approval/y",
        "/V1/health",
        "/v1/health/",
        "//v1/health"
      })
  void an_unknown_path_is_not_found(String path) {
    assertThat(Call.get(path).to(store).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "50", "100"})
  void pages_show_every_stack_once_and_in_order(int limit) {
    for (int i = 0; i < 230; i++) {
      store.stacks.put(
          "s%03d".formatted(i), Samples.stack("s%03d".formatted(i), i % 7 == 0 ? 1 : 0));
    }
    assertThat(names(Call.get("/v1/stacks").with("limit", "" + limit), "stack"))
        .containsExactlyElementsOf(store.stacks.keySet());
    assertThat(
            names(
                Call.get("/v1/stacks").with("limit", "" + limit).with("drifted", "true"), "stack"))
        .hasSize(34)
        .contains("net/prod", "s000", "s224")
        .isSorted();
  }

  @Test
  void pages_of_findings_remediations_and_the_audit_trail_show_each_once() {
    assertThat(names(Call.get(STACK + "/audit").with("limit", "1"), "detail"))
        .containsExactly("by hand 2", "by hand 1", "by hand 0");
    assertThat(names(Call.get(STACK + "/remediations").with("limit", "1"), "id"))
        .containsExactly(Samples.REMEDIATION, "earlier123");
    assertThat(
            names(
                Call.get(STACK + "/drift").with("limit", "1").with("resolved", "true"), "address"))
        .containsExactly(Samples.ADDRESS, "aws_vpc.old");
    assertThat(names(Call.get(STACK + "/drift"), "address")).containsExactly(Samples.ADDRESS);
  }

  private List<String> names(Call call, String field) {
    List<String> names = new ArrayList<>();
    Answer answer = call.to(store);
    while (true) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      answer.json().path("items").forEach(each -> names.add(each.path(field).asText()));
      String cursor = answer.json().path("nextCursor").asText("");
      if (cursor.isEmpty()) {
        return names;
      }
      answer = call.with("cursor", cursor).to(store);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "eJyrBQAAAP__", "AAAA", "eJwDAAAAAAE"})
  void a_cursor_that_was_made_up_is_refused(String cursor) {
    for (String list :
        List.of("/v1/stacks", STACK + "/audit", STACK + "/drift", STACK + "/remediations")) {
      assertThat(Call.get(list).with("cursor", cursor).to(store).status()).as(list).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1e1", "", "ten"})
  void a_limit_that_is_none_is_refused(String limit) {
    assertThat(Call.get("/v1/stacks").with("limit", limit).to(store).status()).isEqualTo(400);
  }

  @Test
  void history_counts_by_type_and_by_who_did_it_since_a_time() {
    JsonNode history = Call.get(STACK + "/history").to(store).json();
    JsonNode total = history.path("total");
    assertThat(total.path("occurrences").asInt()).isEqualTo(2);
    assertThat(total.path("open").asInt()).isEqualTo(1);
    assertThat(total.path("meanTimeToRemediateSeconds").asInt()).isEqualTo(7_200);
    assertThat(history.path("byType").path(0).path("name").asText()).isEqualTo("aws_sqs_queue");
    assertThat(history.path("byActor").path(0).path("name").asText()).isEqualTo("bob");
    Call since = Call.get(STACK + "/history").with("since", "2026-11-22T00:00:00Z");
    assertThat(since.to(store).json().path("total").path("occurrences").asInt()).isEqualTo(1);
    assertThat(since.with("since", "yesterday").to(store).status()).isEqualTo(400);
  }
}
