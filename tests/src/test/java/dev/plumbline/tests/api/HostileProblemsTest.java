package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.wiring.hostile.Inert;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every place of a request that is told again in a problem holds an attack. */
final class HostileProblemsTest {

  private final FakeStore store = Samples.store();

  @ParameterizedTest
  @FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
  void a_problem_is_printable_ascii_whatever_it_is_about(String attack) {
    Samples.scan(store, "scan-hostile", Scans.Phase.FAILED, "", attack);
    String segment = URLEncoder.encode(attack, UTF_8).replace("+", "%20");
    String json = new TextNode(attack).toString();

    List.of(
            Call.get("/v1/stacks/" + segment + "x"),
            Call.get("/v1/stacks/" + segment + "x/drift"),
            Call.get("/v1/remediations/" + segment),
            Call.get("/v1/requests/" + segment),
            Call.get("/v1/scans/" + segment + "/report"),
            Call.get("/v1/" + segment),
            Call.get("/v1/stacks").with("limit", segment),
            Call.get("/v1/stacks").with("cursor", segment),
            Call.get("/v1/stacks").with(segment, "1"),
            Call.get("/v1/scans/scan-hostile/report"),
            Call.get("/v1/stacks").method(attack),
            Call.post("/v1/scans", json),
            Call.post("/v1/scans", "{%s: 1}".formatted(json)),
            Call.post("/v1/scans", "{}").header("Idempotency-Key", attack + "\0"),
            Call.post("/v1/scans", "{}").header("Content-Type", attack),
            Call.post(
                "/v1/remediations/" + Samples.REMEDIATION + "/approval",
                "{\"planToken\": %s}".formatted(json)),
            Call.post("/v1/stacks/net%2Fprod/remediations", "{\"answer\": %s}".formatted(json)))
        .forEach(call -> problem(call.to(store), call));
  }

  private static void problem(Gateway.Answer answer, Call call) {
    assertThat(answer.status()).as(call.toString()).isBetween(400, 499);
    assertThat(answer.headers())
        .containsEntry("content-type", "application/problem+json")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(answer.headers().values()).allMatch(value -> value.matches("[ -~]*"));
    assertThat(answer.text().chars()).allMatch(c -> c >= ' ' && c < 0x7f);
    assertThat(answer.text().length()).isLessThan(2_000);
    Inert.plain(answer.json().path("detail").asText());
    Inert.plain(answer.json().path("action").asText());
  }
}
