package dev.plumbline.wiring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemediationJsonTest {

  private static final Instant AT = Instant.parse("2026-11-23T09:00:00.123456789Z");
  private static final Actor ANA = new Actor(Actor.Realm.GITHUB, "ana");
  private static final String HASH = "0123456789abcdef".repeat(4);

  private final RemediationJson json = new RemediationJson();

  static Stream<Origin> origins() {
    return Stream.of(
        new Origin.Comment("acme/infra", 12, 3_456_789_012L),
        new Origin.Slack("C01", "https://hooks.slack.example/1"),
        new Origin.Api(),
        new Origin.Terminal(),
        new Origin.Policy());
  }

  @ParameterizedTest
  @MethodSource("origins")
  void it_is_read_as_it_was_written_wherever_it_came_from(Origin origin) throws Exception {
    Remediation whole = remediation(origin, Optional.of(plan()), Phase.AWAITING_APPROVAL);
    Remediation bare = remediation(origin, Optional.empty(), Phase.REQUESTED);

    assertThat(json.read(json.write(whole))).isEqualTo(whole);
    assertThat(json.read(json.write(bare))).isEqualTo(bare);
  }

  @ParameterizedTest
  @EnumSource
  void every_phase_is_kept(Phase phase) throws Exception {
    Remediation remediation = remediation(new Origin.Api(), Optional.empty(), phase);

    assertThat(json.read(json.write(remediation))).isEqualTo(remediation);
  }

  @Test
  void the_order_of_a_plans_actions_is_kept() throws Exception {
    Remediation whole = remediation(new Origin.Api(), Optional.of(plan()), Phase.AWAITING_APPROVAL);

    assertThat(json.read(json.write(whole)).plan().orElseThrow().actions().keySet())
        .containsExactlyElementsOf(plan().actions().keySet());
  }

  @Test
  void what_a_newer_version_added_is_passed_over() throws Exception {
    Remediation whole = remediation(new Origin.Api(), Optional.of(plan()), Phase.AWAITING_APPROVAL);
    JsonMapper mapper = new JsonMapper();
    ObjectNode tree = (ObjectNode) mapper.readTree(json.write(whole));
    tree.put("newer", 1).putObject("newest").put("a", "b");
    ((ObjectNode) tree.get("plan")).put("newer", true);
    ((ObjectNode) tree.get("origin")).put("newer", "x");

    assertThat(json.read(tree.toString())).isEqualTo(whole);
  }

  @Test
  void what_an_earlier_version_wrote_is_still_read() throws Exception {
    Remediation read = json.read(written("remediation-1.json"));

    assertThat(read)
        .isEqualTo(
            remediation(
                new Origin.Comment("acme/infra", 12, 3_456_789_012L),
                Optional.of(plan()),
                Phase.AWAITING_APPROVAL));
  }

  @Test
  void what_is_no_remediation_is_refused() {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> json.read("{\"phase\":\"DREAMING\"}"));
  }

  @Test
  void a_cut_never_parts_a_character_and_says_how_much_is_gone() {
    Plan cut =
        RemediationJson.cut(
                remediation(
                    new Origin.Api(), Optional.of(plan("ab\ud83d\ude00cd")), Phase.PLANNING),
                3)
            .plan()
            .orElseThrow();

    assertThat(cut.text()).startsWith("ab%n… (4 more characters".formatted());
  }

  private static String written(String name) throws IOException {
    try (InputStream in = RemediationJsonTest.class.getResourceAsStream("/store/" + name)) {
      return new String(
          Objects.requireNonNull(in, name).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static Remediation remediation(Origin origin, Optional<Plan> plan, Phase phase) {
    TreeMap<String, String> drift = new TreeMap<>();
    drift.put("aws_sqs_queue.jobs[\"a\"]", "sha256:1");
    return new Remediation(
        "k3v9x2m1qa",
        "shop",
        Answer.REVERT,
        new TreeSet<>(List.of("aws_sqs_queue.jobs[\"a\"]")),
        true,
        ANA,
        origin,
        AT,
        new Basis(7, "lineage", "sha256:0", drift),
        phase,
        plan,
        plan.isEmpty()
            ? List.of()
            : List.of(new Remediation.Approval(ANA, AT.plusSeconds(60), HASH, "abc")),
        plan.isEmpty()
            ? List.of()
            : List.of(new Remediation.Run(Remediation.Run.Kind.PLAN, "build:1", "", AT)),
        "Waits for `@ana`.",
        AT.plusSeconds(1),
        3,
        Optional.empty());
  }

  private static Plan plan() {
    return plan("~ tags = \"```\" \u001b[31m");
  }

  private static Plan plan(String text) {
    SequencedMap<String, Plan.Step> actions = new LinkedHashMap<>();
    actions.put("b", Plan.Step.REPLACE);
    actions.put("a", Plan.Step.REFRESH);
    return new Plan(
        "plans/k3v9x2m1qa",
        "v1",
        HASH,
        "abc",
        "1.11.4",
        7,
        "lineage",
        AT,
        AT.plusSeconds(3_600),
        actions,
        text,
        "https://logs.example/1",
        List.of("It replaces b."));
  }
}
