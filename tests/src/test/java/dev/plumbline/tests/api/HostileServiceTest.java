package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Plumbline;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.engine.store.Receipts;
import dev.plumbline.engine.store.Scans;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.hostile.Inert;
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
      printable(run(service, 0, "remediations", "--id", ID));
      printable(run(service, 0, "remediations", Samples.STACK));
      printable(run(service, 0, "stacks"));
      for (String by : List.of("stack", "type", "actor")) {
        printable(run(service, 0, "history", "--by", by));
        ascii(run(service, 0, "history", "--by", by, "--format", "json"));
      }
      printable(run(service, 0, "history", "--audit", Samples.STACK));
      ascii(run(service, 0, "history", "--audit", "--format", "json", Samples.STACK));
    }
  }

  @ParameterizedTest
  @FieldSource("dev.plumbline.publish.HostileReport#ATTACKS")
  void what_the_service_answers_somebody_who_asks_is_printable(String attack) throws Exception {
    fill(attack);
    for (Receipts.Status status : Receipts.Status.values()) {
      store.worker = work -> answer(status, attack);
      int exitCode = status == Receipts.Status.DONE ? 0 : 1;
      try (ServiceStandIn service = new ServiceStandIn(store)) {
        if (status.answered()) {
          printable(run(service, exitCode, "reject", ID, "--because", name(attack)));
          printable(run(service, exitCode, "remediate", Samples.STACK, "--revert"));
        }
      }
    }
    try (ServiceStandIn service = new ServiceStandIn(store)) {
      printable(run(service, 1, "history", attack + "x"));
      printable(run(service, 1, "remediations", attack + "x"));
      printable(run(service, 1, "remediations", "--id", attack + "x"));
      printable(run(service, 1, "approve", attack));
      printable(run(service, 1, "scan", attack));
      printable(run(service, 1, "stacks", "--" + attack));
      printable(run(service, 1, attack));
    }
  }

  private void answer(Receipts.Status status, String attack) {
    store.receipts.replaceAll((_, now) -> now.to(status, attack, Samples.NOW));
    store.scans.replaceAll(
        (_, now) -> now.to(Scans.Phase.FAILED, Samples.NOW, "", now.problem() + attack));
  }

  /** As a terminal shows it and a build's log reads it. */
  private static void printable(String text) {
    assertThat(text).isNotBlank();
    Inert.plain(text);
    assertThat(text.lines())
        .noneMatch(line -> line.strip().matches("::[A-Za-z-]+(::| ).*"))
        .noneMatch(line -> line.contains("##["));
  }

  private static void ascii(String json) {
    assertThat(json.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c < 0x7f);
  }

  private static String run(ServiceStandIn service, int expected, String... arguments) {
    StringWriter said = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--remote", service.address(), "--region", "eu-west-1"));
    int exitCode =
        Plumbline.commandLine()
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .execute(all.toArray(String[]::new));
    assertThat(exitCode).as(said.toString()).isEqualTo(expected);
    return said.toString();
  }

  private void fill(String attack) {
    Actor actor = new Actor(Actor.Realm.GITHUB, attack);
    String name = name(attack);
    store.stacks.put(name, Samples.stack(name, 1));
    store.findings.put(name, List.of(finding(attack, actor)));
    store.findings.put(Samples.STACK, List.of(finding(attack, actor)));
    store.audit.addFirst(
        new AuditTrail.Entry(Samples.STACK, Samples.NOW, actor, attack, attack, attack));
    store.remediations.put(ID, remediation(attack, actor));
    Samples.scan(store, "scan-hostile", Scans.Phase.FAILED, "", attack);
  }

  /** A stack's name is no longer than a key, and in UTF-8, which has no half characters. */
  private static String name(String attack) {
    return new String(attack.substring(0, Math.min(attack.length(), 300)).getBytes(UTF_8), UTF_8);
  }

  private static Finding finding(String attack, Actor actor) {
    return new Finding(
        Samples.STACK,
        attack,
        attack,
        Severity.HIGH,
        attack,
        Samples.NOW,
        Samples.NOW,
        1,
        Optional.empty(),
        Optional.of(new Cause(attack, attack, Samples.NOW, attack)),
        Optional.of(new Finding.Decision(Finding.Verb.REVERTED, actor, Samples.NOW, attack)),
        Samples.NOW,
        List.of());
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
