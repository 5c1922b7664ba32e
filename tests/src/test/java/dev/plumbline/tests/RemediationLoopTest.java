package dev.plumbline.tests;

import static dev.plumbline.tests.Desk.ANA;
import static dev.plumbline.tests.Desk.BOB;
import static dev.plumbline.tests.Desk.CLEO;
import static dev.plumbline.tests.Desk.DAN;
import static dev.plumbline.tests.Desk.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.steps.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * From drift to a stack that was read again, with Terraform itself on an emulated account. Needs
 * what {@link TerraformLoopTest} needs; without it it is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemediationLoopTest {

  private static final String BUCKET = "aws_s3_bucket.files";
  private static final String PASSWORD = "aws_ssm_parameter.password";
  private static final String QUEUE = "aws_sqs_queue.jobs";

  @TempDir static Path folder;
  private TerraformShop shop;
  private ShopIssue issue;
  private Desk desk;

  @BeforeAll
  void build() throws Exception {
    assumeTrue(TerraformShop.missing().isEmpty(), () -> TerraformShop.missing().orElse(""));
    shop = TerraformShop.build(folder);
    issue = new ShopIssue(shop.endpoint());
    desk = new Desk(shop, issue, folder, Timing.USUAL);
  }

  @AfterEach
  void tidy() throws Exception {
    if (shop != null) {
      shop.unlock();
      shop.terraform("apply", "-auto-approve");
      desk.scan();
    }
  }

  @AfterAll
  void nothing_that_was_told_shows_a_secret() throws Exception {
    if (shop != null) {
      shop.close();
      issue.close();
      assertThat(issue.text()).contains(BUCKET).doesNotContain("canary");
      assertThat(issue.problems()).isEmpty();
      assertThat(desk.announced())
          .noneSatisfy(each -> assertThat(each.toString()).contains("canary"));
    }
  }

  @Test
  void drift_is_reverted_as_it_was_approved_and_the_finding_is_resolved() throws Exception {
    tag("mallory");
    password("canary-of-the-drift");

    Remediation planned = desk.planned(Answer.REVERT);
    assertThat(planned.phase()).as(planned.outcome()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(issue.isOpen()).isTrue();
    assertThat(issue.text()).contains(BUCKET, "mallory", planned.id(), shop.commit());
    Plan plan = planned.plan().orElseThrow();
    assertThat(plan.commit()).isEqualTo(shop.commit());
    assertThat(plan.actions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(BUCKET, Plan.Step.UPDATE, PASSWORD, Plan.Step.UPDATE));
    assertThat(plan.text()).contains("mallory").contains("platform").doesNotContain("canary");
    assertThat(tag()).isEqualTo("mallory");

    assertThat(desk.approve(planned, BOB)).isInstanceOf(Reply.Done.class);
    Remediation done = desk.ended(planned);

    assertThat(done.phase()).as(done.outcome()).isEqualTo(Phase.DONE);
    assertThat(tag()).isEqualTo("platform");
    assertThat(scan()).isZero();
    assertThat(desk.finding(BUCKET).resolved()).isPresent();
    assertThat(desk.finding(BUCKET).decision())
        .hasValueSatisfying(
            decision -> {
              assertThat(decision.verb()).isEqualTo(Finding.Verb.REVERTED);
              assertThat(decision.by()).isEqualTo(BOB);
            });
    assertThat(desk.audited(planned))
        .containsSubsequence(
            "revert requested",
            "plan started",
            "plan made",
            "plan approved",
            "apply started",
            "applied",
            "verified");
    desk.scan();
    assertThat(issue.isOpen()).as(issue.text()).isFalse();
  }

  @Test
  void drift_is_accepted_into_the_state_and_the_code_is_told_to_be_behind() throws Exception {
    tag("security");
    long serial = serial();
    String commit = shop.commit();

    Remediation planned = desk.planned(Answer.ACCEPT);
    assertThat(planned.plan().orElseThrow().actions()).containsEntry(BUCKET, Plan.Step.REFRESH);
    desk.approve(planned, BOB);
    Remediation done = desk.ended(planned);

    assertThat(done.phase()).as(done.outcome()).isEqualTo(Phase.DONE);
    assertThat(serial()).isEqualTo(serial + 1);
    assertThat(shop.commit()).isEqualTo(commit);
    assertThat(scan()).as("in sync with the state").isZero();
    assertThat(desk.finding(BUCKET).resolved()).isPresent();
    assertThat(tag()).as("reality is untouched").isEqualTo("security");
    CodeCheck behind = done.codeCheck().orElseThrow();
    assertThat(behind.state()).as(behind.note()).isEqualTo(CodeCheck.State.NOT_UPDATED);
    assertThat(behind.differing()).containsOnlyKeys(BUCKET);
    desk.scan();
    assertThat(issue.isOpen()).as("in sync, and the code is not").isTrue();
    assertThat(issue.text()).containsIgnoringCase("accepted, code not updated");

    shop.edit("owner = \"platform\"", "owner = \"security\"");
    try {
      desk.remediator().checkCode(done.id());
      Remediation checked =
          desk.until(done, now -> now.codeCheck().orElseThrow().state() != CodeCheck.State.RUNNING);
      assertThat(checked.codeCheck().orElseThrow().state()).isEqualTo(CodeCheck.State.UPDATED);
      desk.scan();
      assertThat(issue.isOpen()).as(issue.text()).isFalse();
    } finally {
      shop.edit("owner = \"security\"", "owner = \"platform\"");
    }
  }

  @Test
  void a_plan_that_would_replace_a_resource_is_refused() throws Exception {
    timeout("77");
    shop.edit("\"jobs\"\n  visibility", "\"work\"\n  visibility");
    try {
      Remediation refused = desk.planned(Answer.REVERT, QUEUE);

      assertThat(refused.phase()).isEqualTo(Phase.FAILED);
      assertThat(refused.plan().orElseThrow().actions()).containsEntry(QUEUE, Plan.Step.REPLACE);
      assertThat(refused.plan().orElseThrow().refusals()).isNotEmpty();
      assertThat(desk.approve(refused, BOB)).isInstanceOf(Reply.Refused.class);
      assertThat(desk.audited(refused)).doesNotContain("apply started");
    } finally {
      shop.edit("\"work\"\n  visibility", "\"jobs\"\n  visibility");
    }
    assertThat(timeout()).isEqualTo("77");
  }

  @Test
  void a_plan_made_before_somebody_else_applied_is_not_applied() throws Exception {
    tag("mallory");
    Remediation planned = desk.planned(Answer.REVERT);
    shop.terraform("apply", "-refresh-only", "-auto-approve");
    long serial = serial();

    desk.approve(planned, BOB);
    Remediation stopped = desk.ended(planned);

    assertThat(stopped.phase()).isEqualTo(Phase.FAILED);
    assertThat(stopped.outcome()).contains("nothing was applied").contains("serial");
    assertThat(tag()).isEqualTo("mallory");
    assertThat(serial()).isEqualTo(serial);
    assertThat(desk.audited(planned)).doesNotContain("apply started");
  }

  @Test
  void a_second_approval_does_nothing() throws Exception {
    tag("mallory");
    Remediation planned = desk.planned(Answer.REVERT);
    desk.approve(planned, BOB);
    assertThat(desk.approve(planned, CLEO)).as("while it is applied").isNotNull();
    desk.ended(planned);
    tag("mallory");
    long serial = serial();

    assertThat(desk.approve(planned, BOB))
        .isInstanceOfSatisfying(
            Reply.Done.class, done -> assertThat(done.next()).contains("already"));
    assertThat(desk.approve(planned, CLEO)).isInstanceOf(Reply.Refused.class);
    desk.ended(planned);

    assertThat(tag()).isEqualTo("mallory");
    assertThat(serial()).isEqualTo(serial);
    assertThat(desk.audited(planned)).filteredOn("apply started"::equals).hasSize(1);
    assertThat(desk.audited(planned)).filteredOn("plan approved"::equals).hasSize(1);
  }

  @Test
  void only_somebody_else_of_the_team_approves() throws Exception {
    tag("mallory");
    Remediation planned = desk.planned(Answer.REVERT);

    assertThat(refusal(planned, ANA)).contains("asked for it");
    assertThat(refusal(planned, MALLORY)).contains("not listed under people");
    assertThat(refusal(planned, DAN)).contains("none of the teams");

    assertThat(desk.remediator().find(planned.id()).orElseThrow().phase())
        .isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(desk.audited(planned)).filteredOn("approval refused"::equals).hasSize(3);
    assertThat(tag()).isEqualTo("mallory");
  }

  @Test
  void a_lock_of_somebody_else_is_waited_for() throws Exception {
    tag("mallory");
    Remediation planned = desk.planned(Answer.REVERT);
    shop.lock();
    desk.approve(planned, BOB);
    Remediation waiting = desk.remediator().proceed(planned.id()).orElseThrow();
    assertThat(waiting.phase()).isEqualTo(Phase.APPLYING);
    assertThat(waiting.outcome()).contains("it waits").contains("ana@desk");
    assertThat(tag()).isEqualTo("mallory");

    shop.unlock();

    assertThat(desk.ended(planned).phase()).isEqualTo(Phase.DONE);
    assertThat(tag()).isEqualTo("platform");
  }

  @Test
  void a_lock_of_somebody_else_is_not_waited_for_without_end() throws Exception {
    Timing impatient =
        new Timing(
            Timing.USUAL.planning(),
            Timing.USUAL.approval(),
            Duration.ofSeconds(3),
            Timing.USUAL.fresh());
    Desk hasty = new Desk(shop, issue, folder, impatient);
    tag("mallory");
    Remediation planned = hasty.planned(Answer.REVERT);
    shop.lock();
    hasty.approve(planned, BOB);

    Remediation stopped = hasty.ended(planned);

    assertThat(stopped.phase()).isEqualTo(Phase.FAILED);
    assertThat(stopped.outcome()).contains("given up").contains("ana@desk");
    assertThat(hasty.audited(planned)).doesNotContain("apply started");
    assertThat(tag()).isEqualTo("mallory");
  }

  @Test
  void at_a_terminal_one_command_does_all_of_it() throws Exception {
    tag("mallory");
    Path configuration =
        Files.writeString(
            folder.resolve("plumbline.yaml"),
            """
            version: 1
            stacks:
              - name: shop
                state: s3://states/shop/terraform.tfstate
                lock: s3
                remediation:
                  source: {directory: work/infra}
                  approval: {requesterMayApprove: true, count: 1}
            """);

    String shown =
        plumbline("remediate", "shop", "--revert", "--local", "--config", configuration.toString());
    assertThat(shown).contains("mallory").contains("Nothing was applied");
    assertThat(tag()).isEqualTo("mallory");
    String approval = shown.strip().substring(shown.strip().lastIndexOf(' ') + 1);
    String applied =
        plumbline(
            "remediate",
            "shop",
            "--local",
            "--config",
            configuration.toString(),
            "--approve",
            approval);

    assertThat(applied).contains("reverted, and read again");
    assertThat(tag()).isEqualTo("platform");
    assertThat(plumbline("history", "shop", "--audit"))
        .contains("local:", "revert requested", "plan approved", "verified");
  }

  /** As a user would start it, with the shop's credentials and an own home. */
  private String plumbline(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.plumbline.cli.Plumbline"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "plumbline", "");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(shop.environment());
    builder.environment().remove("AWS_CA_BUNDLE");
    builder.environment().remove("PLUMBLINE_TABLE");
    builder.environment().put("XDG_STATE_HOME", folder.resolve("home").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("home").toString());
    Process process = builder.start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(output);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private String refusal(Remediation planned, Actor by) throws IOException {
    return ((Reply.Refused) desk.approve(planned, by)).why();
  }

  private int scan() {
    return Cli.scan(shop.endpoint(), shop.stateUri()).exitCode();
  }

  private long serial() throws IOException {
    return shop.state().path("serial").asLong();
  }

  private void tag(String owner) {
    Tag tag = Tag.builder().key("owner").value(owner).build();
    shop.s3().putBucketTagging(ask -> ask.bucket("shop-files").tagging(tags -> tags.tagSet(tag)));
  }

  private String tag() {
    List<Tag> tags = shop.s3().getBucketTagging(ask -> ask.bucket("shop-files")).tagSet();
    return tags.getFirst().value();
  }

  private void password(String value) {
    try (SsmClient ssm = EmulatedAws.client(SsmClient.builder(), shop.endpoint())) {
      ssm.putParameter(
          ask ->
              ask.name("/shop/password")
                  .type(ParameterType.SECURE_STRING)
                  .value(value)
                  .overwrite(true));
    }
  }

  private void timeout(String seconds) {
    try (SqsClient sqs = EmulatedAws.client(SqsClient.builder(), shop.endpoint())) {
      sqs.setQueueAttributes(
          ask ->
              ask.queueUrl(jobs(sqs))
                  .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)));
    }
  }

  private String timeout() {
    try (SqsClient sqs = EmulatedAws.client(SqsClient.builder(), shop.endpoint())) {
      return sqs.getQueueAttributes(
              ask -> ask.queueUrl(jobs(sqs)).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
          .attributes()
          .getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "");
    }
  }

  private static String jobs(SqsClient sqs) {
    return sqs.getQueueUrl(ask -> ask.queueName("jobs")).queueUrl();
  }
}
