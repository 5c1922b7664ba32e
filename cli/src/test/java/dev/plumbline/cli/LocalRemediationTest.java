package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.People;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.local.LocalRunner;
import dev.plumbline.remediation.runner.RunSettings;
import dev.plumbline.remediation.steps.Ports;
import dev.plumbline.remediation.steps.Timing;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRemediationTest {

  private static final Actor ANA = new Actor(Actor.Realm.LOCAL, "ana");
  private static final String QUEUE = "aws_sqs_queue.jobs";
  private static final String ALONE = "approval: {requesterMayApprove: true, count: 1}";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FakeTerraform terraform;
  private StackStatus status = StackStatus.SCANNED;
  private String asked = "";
  private String policy = ALONE;
  private Store store;

  @BeforeEach
  void prepare() throws IOException {
    Path code = Files.createDirectories(folder.resolve("infra"));
    Files.writeString(code.resolve(".terraform.lock.hcl"), "# pins");
    terraform = new FakeTerraform(folder.resolve("machine"));
    store = Store.inFolder(folder.resolve("store"), Clock.systemUTC());
  }

  @Test
  void what_was_approved_is_applied_and_all_of_it_is_in_the_audit_trail() throws Exception {
    assertThat(ask(true)).isZero();

    assertThat(terraform.applied()).isTrue();
    assertThat(out.toString())
        .contains("aws_sqs_queue.jobs", "Plan " + asked + " of the code at hand, serial 7")
        .contains("revert, done. reverted, and read again")
        .contains("Log of the apply: ");
    assertThat(err.toString().lines())
        .allMatch(line -> line.startsWith("plumbline: Remediation "))
        .doesNotHaveDuplicates()
        .anyMatch(line -> line.contains("planning"))
        .anyMatch(line -> line.contains("applying"));
    assertThat(audited())
        .containsSubsequence("revert requested", "plan made", "plan approved", "applied");
    assertThat(store.audit().of("shop", Optional.empty(), 100))
        .filteredOn(entry -> entry.action().equals("plan approved"))
        .extracting(AuditTrail.Entry::by)
        .containsExactly(ANA);
  }

  @Test
  void without_approval_the_plan_waits_and_a_later_call_can_approve_it() throws Exception {
    assertThat(ask(false)).isZero();
    assertThat(terraform.applied()).isFalse();
    assertThat(out.toString())
        .contains("Nothing was applied")
        .contains("plumbline remediate shop --local --approve " + asked);

    assertThat(remediation(false).approve("shop", asked, ANA)).isZero();

    assertThat(terraform.applied()).isTrue();
  }

  @Test
  void another_plan_cannot_be_approved_by_mistake() throws Exception {
    ask(false);
    String other = asked.replaceFirst("-.*", "-000000000000");

    assertThatThrownBy(() -> remediation(false).approve("shop", other, ANA))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("Refused: ");
    assertThat(terraform.applied()).isFalse();
  }

  @Test
  void somebody_else_of_this_machine_cannot_approve_it() throws Exception {
    ask(false);

    assertThatThrownBy(
            () -> remediation(false).approve("shop", asked, new Actor(Actor.Realm.LOCAL, "ben")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not listed under people");
    assertThat(terraform.applied()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approval: {count: 1}",
        "approval: {requesterMayApprove: true, count: 2}",
        "approval: {requesterMayApprove: true, teams: [acme/platform]}",
        "accept: approval"
      })
  void where_somebody_else_has_to_approve_nothing_is_planned(String approval) throws Exception {
    policy = approval;

    assertThatThrownBy(() -> ask(true))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("asks for somebody else")
        .hasMessageContaining("requesterMayApprove: true");
    assertThat(audited()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pulumi", "cloudformation"})
  void a_tool_that_cannot_be_run_is_named(String tool) {
    policy = ALONE + ", runner: " + tool;

    assertThatThrownBy(() -> ask(true))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Stacks of " + tool + ", such as shop, cannot be remediated yet");
  }

  @Test
  void a_plan_that_replaces_is_shown_with_its_refusal_and_never_offered() throws Exception {
    terraform.plan("replace", "none");

    assertThat(ask(true)).isEqualTo(1);

    assertThat(out.toString()).contains("Refused: ").contains("failed");
    assertThat(asked).isEmpty();
    assertThat(terraform.applied()).isFalse();
  }

  @Test
  void a_dry_run_starts_nothing() throws Exception {
    policy = "approval: {count: 2}";

    assertThat(remediation(true).ask(request(true))).isZero();

    assertThat(out.toString()).contains("Dry run").contains(QUEUE);
    assertThat(audited()).isEmpty();
  }

  @Test
  void a_stack_that_cannot_be_read_is_not_planned() throws Exception {
    status = StackStatus.DEFERRED;

    assertThatThrownBy(() -> ask(true))
        .isInstanceOf(UserException.class)
        .hasMessage("ana holds the lock. Wait.");
    assertThat(audited()).isEmpty();
  }

  @Test
  void what_drift_holds_cannot_move_the_terminal() throws Exception {
    terraform.plan("update", "\\u001b[2J");

    ask(false);

    assertThat(out.toString() + err).containsIgnoringCase("\\u001b[2J").doesNotContain("\u001b");
  }

  @Test
  void an_unknown_stack_is_named() throws Exception {
    Request other =
        new Request("cellar", Answer.REVERT, Set.of(), false, false, ANA, new Origin.Terminal());

    assertThatThrownBy(() -> remediation(true).ask(other))
        .isInstanceOf(UserException.class)
        .hasMessage("No stack of the configuration is called cellar.");
  }

  private int ask(boolean consent) throws Exception {
    return remediation(consent).ask(request(false));
  }

  private static Request request(boolean dryRun) {
    return new Request("shop", Answer.REVERT, Set.of(), false, dryRun, ANA, new Origin.Terminal());
  }

  private LocalRemediation remediation(boolean consent) throws Exception {
    return new LocalRemediation(
        ports(),
        token -> {
          asked = token;
          return consent;
        },
        new PrintWriter(out, true),
        Duration.ofMillis(50));
  }

  private Ports ports() throws Exception {
    Clock clock = Clock.systemUTC();
    LocalRunner runner =
        new LocalRunner(
            folder.resolve("runner"),
            folder,
            _ -> RunSettings.USUAL,
            terraform.environment(),
            clock);
    Settings settings = settings();
    return new Ports(
        store.remediations(),
        store.stacks(),
        store.audit(),
        name -> name.equals("shop") ? Optional.of(settings) : Optional.empty(),
        runner,
        runner.plans(),
        (_, _) -> report(),
        _ -> Optional.empty(),
        new Told(new PrintWriter(err, true)),
        (_, _) -> false,
        () -> new People(List.of()),
        ResourceTypes.aws(),
        clock,
        Timing.USUAL,
        Ports.randomIds());
  }

  private Settings settings() throws ConfigurationException {
    return Configuration.parse(
            """
            version: 1
            stacks:
              - name: shop
                state: ./shop.tfstate
                remediation: {source: {directory: infra}, %s}
            """
                .formatted(policy),
            "plumbline.yaml")
        .stacks()
        .getFirst()
        .settings();
  }

  private StackReport report() {
    Status now = terraform.applied() ? Status.IN_SYNC : Status.DRIFTED;
    ResourceReport queue =
        new ResourceReport(
                QUEUE,
                "aws_sqs_queue",
                "id",
                "",
                "",
                now,
                Optional.of(Severity.HIGH),
                List.of(),
                "")
            .withFingerprint(terraform.applied() ? "" : "sha256:queue");
    return new StackReport(
        "shop",
        "",
        status,
        status == StackStatus.SCANNED
            ? Optional.empty()
            : Optional.of(new Problem("LOCKED", "ana holds the lock.", "Wait.")),
        Optional.of(new StateIdentity("shop.tfstate", "", 7, "a-b-c", "terraform", "1.11.4")),
        "sha256:all",
        new Summary(1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0),
        List.of(queue),
        List.of(),
        List.of());
  }

  private List<String> audited() throws IOException {
    return store.audit().of("shop", Optional.empty(), 100).reversed().stream()
        .map(AuditTrail.Entry::action)
        .toList();
  }
}
