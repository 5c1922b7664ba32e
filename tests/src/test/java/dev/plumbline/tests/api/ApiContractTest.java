package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.store.Scans;
import dev.plumbline.functions.api.Reports.Kept;
import dev.plumbline.remediation.Phase;
import dev.plumbline.tests.api.Document.Declared;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation and every status that the document declares is asked for, and is as it says. */
final class ApiContractTest {

  private static final Document DOCUMENT = new Document();

  /** What a stack's name in a path looks like once it is encoded. */
  private static final String STACK = "net%2Fprod";

  /**
   * One request and the status it is answered with.
   *
   * @param first what is asked before it, and must be taken
   */
  record Example(
      String operation, int status, Consumer<FakeStore> given, List<Call> first, Call call) {
    @Override
    public String toString() {
      return operation + " " + status;
    }
  }

  static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (Declared operation : DOCUMENT.operations()) {
      Call call = good(operation);
      int good = operation.method().equals("POST") ? 202 : 200;
      examples.add(example(operation, good, call));
      examples.add(example(operation, 400, call.with("no-such", "1")));
      examples.add(example(operation, 403, call.by("")));
      examples.add(new Example(operation.id(), 503, store -> store.down = true, List.of(), call));
      if (operation.path().contains("{")) {
        examples.add(example(operation, 404, at(operation, "nowhere")));
      }
      if (operation.method().equals("POST")) {
        examples.add(example(operation, 413, call.body("{\"a\":\"" + "x".repeat(70_000) + "\"}")));
        examples.add(example(operation, 415, call.header("Content-Type", "text/plain")));
        examples.add(
            new Example(
                operation.id(),
                422,
                _ -> {},
                List.of(call),
                call.body(call.body().replaceFirst("\\{", "{ "))));
      }
    }
    examples.addAll(particular());
    return examples;
  }

  private static List<Example> particular() {
    Call approval =
        Call.post(
            "/v1/remediations/%s/approval".formatted(Samples.REMEDIATION),
            "{\"planToken\":\"%s\"}".formatted(Samples.TOKEN));
    return List.of(
        new Example(
            "report",
            302,
            store ->
                store.reports.put(
                    "s3://reports/reports/1.json",
                    new Kept.Elsewhere(URI.create("https://reports.s3.example/1?sig=1"))),
            List.of(),
            Call.get("/v1/scans/scan-done/report")),
        new Example("report", 409, _ -> {}, List.of(), Call.get("/v1/scans/scan-running/report")),
        new Example("report", 409, _ -> {}, List.of(), Call.get("/v1/scans/scan-failed/report")),
        new Example(
            "report",
            404,
            store -> store.reports.clear(),
            List.of(),
            Call.get("/v1/scans/scan-done/report")),
        new Example("approve", 403, _ -> {}, List.of(), approval.by(Gateway.ROBOT)),
        new Example(
            "approve",
            409,
            _ -> {},
            List.of(),
            approval.body("{\"planToken\":\"k3v9q2m7xa-ffffffffffff\"}")),
        new Example("approve", 409, store -> phase(store, Phase.APPLYING), List.of(), approval),
        new Example(
            "reject",
            409,
            store -> phase(store, Phase.APPLYING),
            List.of(),
            Call.post("/v1/remediations/%s/rejection".formatted(Samples.REMEDIATION), "{}")));
  }

  private static void phase(FakeStore store, Phase phase) {
    store.remediations.put(Samples.REMEDIATION, Samples.remediation(Samples.REMEDIATION, phase));
  }

  private static Example example(Declared operation, int status, Call call) {
    return new Example(operation.id(), status, _ -> {}, List.of(), call);
  }

  private static Call good(Declared operation) {
    return at(
        operation,
        switch (operation.id()) {
          case "scan", "report" -> "scan-done";
          case "request" -> "request-1";
          default -> operation.path().contains("{stack}") ? STACK : Samples.REMEDIATION;
        });
  }

  private static Call at(Declared operation, String variable) {
    String path = operation.path().replaceFirst("\\{\\w+}", variable);
    return operation.method().equals("GET") ? Call.get(path) : Call.post(path, operation.example());
  }

  private static FakeStore store() {
    FakeStore store = Samples.store();
    store.receipts.put("request-1", ApiTest.receipt("request-1"));
    return store;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_answer_is_as_the_document_says(Example example) {
    FakeStore store = store();
    example.given().accept(store);
    for (Call first : example.first()) {
      assertThat(first.to(store).status()).isEqualTo(202);
    }
    Gateway.Answer answer = example.call().to(store);
    assertThat(answer.status()).as(answer.text()).isEqualTo(example.status());
    DOCUMENT.declares(example.call(), answer);
    if (answer.status() < 400) {
      DOCUMENT.allows(example.call());
    } else {
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
      assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    }
    assertThat(answer.headers())
        .containsEntry("cache-control", "no-store")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(answer.text()).doesNotContain("canary");
  }

  @Test
  void every_operation_and_every_status_of_the_document_has_an_example() {
    Set<String> declared = new TreeSet<>();
    DOCUMENT
        .operations()
        .forEach(each -> each.statuses().forEach(s -> declared.add(each.id() + " " + s)));
    Set<String> shown = new TreeSet<>();
    examples().forEach(each -> shown.add(each.toString()));
    assertThat(shown).isEqualTo(declared);
  }

  @Test
  void an_example_is_asked_of_the_operation_that_it_names() {
    for (Example example : examples()) {
      Declared operation =
          DOCUMENT.operations().stream()
              .filter(each -> each.id().equals(example.operation()))
              .findFirst()
              .orElseThrow();
      assertThat(example.call().method()).isEqualTo(operation.method());
      assertThat(example.call().path()).matches(operation.path().replaceAll("\\{\\w+}", "[^/]+"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | {"status":"ok","more":1}
          200 | {"status":"well"}
          200 | {}
          202 | {"status":"ok"}
          404 | {"type":"about:blank"}
          """)
  void the_check_has_teeth(int status, String body) {
    var headers = new TreeMap<>(Map.of("content-type", "application/json"));
    Gateway.Answer answer = new Gateway.Answer(status, headers, body.getBytes(UTF_8));
    assertThatThrownBy(() -> DOCUMENT.declares(Call.get("/v1/health"), answer))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"stack\":\"a\"}", "{\"stacks\":[]}", "{\"unmanaged\":1}", "", "[]"})
  void the_document_refuses_the_bodies_that_the_api_refuses(String body) {
    Call call = Call.post("/v1/scans", body);
    assertThat(call.to(store()).status()).isEqualTo(400);
    assertThatThrownBy(() -> DOCUMENT.allows(call)).isInstanceOf(AssertionError.class);
  }

  @Test
  void the_document_that_is_published_is_the_one_that_is_held_to() throws Exception {
    assertThat(Files.readString(Path.of("../docs/openapi.yaml"))).isEqualTo(DOCUMENT.yaml());
  }

  @Test
  void phases_of_a_scan_are_all_declared() {
    FakeStore store = store();
    for (Scans.Phase phase : Scans.Phase.values()) {
      Call call = Call.get("/v1/scans/scan-" + phase.name().toLowerCase(java.util.Locale.ROOT));
      DOCUMENT.declares(call, call.to(store));
    }
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void phases_of_a_remediation_are_all_declared(Phase phase) {
    FakeStore store = store();
    phase(store, phase);
    Call call = Call.get("/v1/remediations/" + Samples.REMEDIATION);
    DOCUMENT.declares(call, call.to(store));
  }
}
