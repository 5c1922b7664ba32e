package dev.plumbline.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Plumbline;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A store that is an attack all over, read through the API and by the command line. */
final class HostileServiceTest {

  private static final String ID = "hostile123";
  private static final List<String> READ =
      List.of(
          "/v1/stacks",
          "/v1/stacks/net%2Fprod",
          "/v1/stacks/net%2Fprod/drift",
          "/v1/stacks/net%2Fprod/history",
          "/v1/stacks/net%2Fprod/audit",
          "/v1/stacks/net%2Fprod/remediations",
          "/v1/remediations/" + ID,
          "/v1/scans/scan-hostile");

  private final FakeStore store = Samples.store();

  @BeforeEach
  void credentials() {
    System.setProperty("aws.accessKeyId", Signature.KEY);
    System.setProperty("aws.secretAccessKey", Signature.SECRET);
  }

  @AfterEach
  void noCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @ParameterizedTest
  @FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
  void the_api_answers_in_printable_ascii_and_gives_back_what_it_was_given(String attack) {
    fill(attack);

    for (String path : READ) {
      Gateway.Answer answer = Call.get(path).to(store);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("content-type", "application/json");
      assertThat(answer.text().chars()).as(path).allMatch(c -> c >= ' ' && c < 0x7f);
    }
    assertThat(Call.get("/v1/remediations/" + ID).to(store).json().at("/plan/text").asText())
        .isEqualTo(attack);
  }

  @ParameterizedTest
  @FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
  void the_command_line_shows_printable_lines(String attack) throws Exception {
    fill(attack);
    try (ServiceStandIn service = new ServiceStandIn(store)) {
      printable(run(service, "remediations", "--id", ID));
      printable(run(service, "remediations", Samples.STACK));
      printable(run(service, "stacks"));
    }
  }

  private static void printable(String text) {
    assertThat(text).isNotBlank();
    assertThat(text.codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.FORMAT)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }

  private static String run(ServiceStandIn service, String... arguments) {
    StringWriter said = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--remote", service.address(), "--region", "eu-west-1"));
    int exitCode =
        Plumbline.commandLine()
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(all.toArray(String[]::new));
    assertThat(exitCode).as(said.toString()).isZero();
    return said.toString();
  }

  private void fill(String attack) {
    Actor actor = new Actor(Actor.Realm.GITHUB, attack);
    store.stacks.put(attack, Samples.stack(attack, 1));
    store.audit.addFirst(
        new AuditTrail.Entry(Samples.STACK, Samples.NOW, actor, attack, attack, attack));
    store.remediations.put(ID, remediation(attack, actor));
    Samples.scan(store, "scan-hostile", Scans.Phase.FAILED, "", attack);
  }

  private static Remediation remediation(String attack, Actor actor) {
    TreeMap<String, Plan.Step> actions = new TreeMap<>();
    actions.put(attack, Plan.Step.UPDATE);
    Plan plan =
        new Plan(
            attack,
            attack,
            "0123456789ab" + attack,
            attack,
            attack,
            7,
            attack,
            Samples.NOW,
            Samples.NOW,
            actions,
            attack,
            attack,
            List.of(attack));
    return new Remediation(
        ID,
        Samples.STACK,
        Answer.REVERT,
        new TreeSet<>(List.of(attack)),
        false,
        actor,
        new Origin.Slack(attack, attack),
        Samples.NOW,
        new Basis(7, attack, attack, new TreeMap<>()),
        Phase.AWAITING_APPROVAL,
        Optional.of(plan),
        List.of(new Remediation.Approval(actor, Samples.NOW, attack, attack)),
        List.of(new Remediation.Run(Remediation.Run.Kind.PLAN, attack, attack, Samples.NOW)),
        attack,
        Samples.NOW,
        1,
        Optional.empty());
  }
}
