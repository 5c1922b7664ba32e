package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Source;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.PlanBucket.Stored;
import dev.plumbline.remediation.Remediation.Run;
import dev.plumbline.remediation.Runner.ApplyOrder;
import dev.plumbline.remediation.Runner.PlanOrder;
import dev.plumbline.remediation.Runner.Progress;
import dev.plumbline.remediation.Runner.Progress.Failed;
import dev.plumbline.remediation.Runner.Progress.Running;
import dev.plumbline.remediation.Runner.Progress.Succeeded;
import dev.plumbline.remediation.codebuild.S3PlanBucket;
import dev.plumbline.remediation.local.LocalRunner;
import dev.plumbline.remediation.runner.RunExit;
import dev.plumbline.remediation.runner.RunOrder;
import dev.plumbline.remediation.runner.RunSettings;
import dev.plumbline.remediation.runner.RunnerScript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * Drift, plan, apply and scan with Terraform itself on an emulated account, by the script that is
 * shipped. Needs Terraform on the PATH and {@code PLUMBLINE_TF_PLUGINS}, a folder of its providers
 * laid out as a filesystem mirror; without them it is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerraformLoopTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUCKET = "aws_s3_bucket.files";
  private static final String PASSWORD = "aws_ssm_parameter.password";
  private static final String QUEUE = "aws_sqs_queue.jobs";

  @TempDir static Path folder;
  private TerraformShop shop;
  private LocalRunner runner;
  private int orders;

  @BeforeAll
  void build() throws Exception {
    assumeTrue(TerraformShop.missing().isEmpty(), () -> TerraformShop.missing().orElse(""));
    shop = TerraformShop.build(folder);
    runner = runner(Duration.ofSeconds(2));
  }

  @AfterAll
  void nothing_that_was_printed_shows_a_secret() throws Exception {
    if (shop == null) {
      return;
    }
    shop.close();
    try (Stream<Path> kept = Files.walk(folder.resolve("private/runs"))) {
      List<Path> files = kept.filter(Files::isRegularFile).toList();
      assertThat(files).hasSizeGreaterThan(20);
      assertThat(files).allSatisfy(file -> assertThat(file).content().doesNotContain("canary"));
    }
  }

  @Test
  void a_revert_does_exactly_what_was_planned_and_the_stack_is_in_sync() throws Exception {
    tag("owner", "mallory");
    password("canary-of-the-drift");
    timeout("77");
    assertThat(scan()).isEqualTo(2);

    Stored first = planned(order(false, QUEUE));
    assertThat(archive(first)).containsOnlyKeys("plan.bin", "plan.json", "run.json");
    assertThat(changed(first)).containsExactly(QUEUE);
    JsonNode said = said(first);
    assertThat(said.path("commit").asText()).isEqualTo(shop.commit());
    assertThat(said.path("serial").asLong()).isEqualTo(serial());
    assertThat(said.path("lineage").asText()).isEqualTo(shop.state().path("lineage").asText());
    assertThat(said.path("exitCode").asInt()).isEqualTo(2);
    assertThat(applied(first)).isEqualTo(new Succeeded());
    assertThat(scan()).as("bucket and password still drift").isEqualTo(2);

    Stored rest = planned(order(false));
    assertThat(changed(rest)).containsExactlyInAnyOrder(BUCKET, PASSWORD);
    assertThat(archive(rest).get("plan.json"))
        .as("which is why it is never printed")
        .contains("canary");
    assertThat(applied(rest)).isEqualTo(new Succeeded());
    assertThat(scan()).isZero();
  }

  @Test
  void an_accept_moves_the_state_and_not_the_code_which_a_check_tells() throws Exception {
    tag("owner", "security");
    long before = serial();
    String commit = shop.commit();

    Stored plan = planned(order(true));
    assertThat(changed(plan)).isEmpty();
    assertThat(applied(plan)).isEqualTo(new Succeeded());

    assertThat(serial()).isEqualTo(before + 1);
    assertThat(shop.commit()).isEqualTo(commit);
    assertThat(scan()).as("in sync with the state").isZero();
    Stored undone = checked(order(false, BUCKET));
    assertThat(changed(undone)).as("the next apply would undo it").containsExactly(BUCKET);
    assertThat(archive(undone).get("plan.bin")).as("nobody can apply a check").isEmpty();

    shop.edit("owner = \"platform\"", "owner = \"security\"");
    Stored updated = checked(order(false, BUCKET));
    assertThat(changed(updated)).isEmpty();
    assertThat(said(updated).path("exitCode").asInt()).isZero();
    shop.edit("owner = \"security\"", "owner = \"platform\"");
    assertThat(applied(planned(order(false)))).isEqualTo(new Succeeded());
  }

  @Test
  void the_code_that_was_planned_is_applied_though_the_branch_went_on() throws Exception {
    tag("owner", "mallory");
    Stored plan = planned(order(false));
    shop.edit("owner = \"platform\"", "owner = \"later\"");

    assertThat(applied(plan)).isEqualTo(new Succeeded());

    assertThat(tags()).containsExactly(Tag.builder().key("owner").value("platform").build());
    shop.edit("owner = \"later\"", "owner = \"platform\"");
    assertThat(scan()).isZero();
  }

  @Test
  void a_plan_made_before_somebody_else_applied_is_refused() throws Exception {
    tag("owner", "mallory");
    Stored plan = planned(order(false));
    shop.terraform("apply", "-refresh-only", "-auto-approve");

    assertThat(applied(plan))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.why()).contains("The state changed since the plan"));

    assertThat(tags().getFirst().value()).isEqualTo("mallory");
    assertThat(applied(planned(order(false)))).isEqualTo(new Succeeded());
    assertThat(scan()).isZero();
  }

  @Test
  void another_archive_or_another_version_is_refused() throws Exception {
    tag("owner", "mallory");
    Stored plan = planned(order(false));
    Stored other = planned(order(true));

    assertThatThrownBy(() -> runner.apply(approved(plan, other.versionId(), plan.sha256())))
        .isInstanceOf(IOException.class);
    Run swapped = runner.apply(approved(plan, other.versionId(), other.sha256()));

    assertThat(end(runner, swapped))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.why()).contains("not the one that was"));
    assertThat(tags().getFirst().value()).isEqualTo("mallory");
    assertThat(applied(plan)).isEqualTo(new Succeeded());
  }

  @Test
  void a_lock_held_by_another_is_waited_for_then_given_up_with_its_holder() throws Exception {
    tag("owner", "mallory");
    Stored plan = planned(order(false));
    shop.lock();
    try {
      assertThat(applied(plan))
          .isInstanceOfSatisfying(
              Failed.class,
              failed ->
                  assertThat(failed.why())
                      .contains("lock is held by ana@desk since 2026-11-21 09:00:00")
                      .contains("2 s"));
      assertThat(tags().getFirst().value()).isEqualTo("mallory");

      LocalRunner patient = runner(Duration.ofMinutes(2));
      Run waiting = patient.apply(approved(plan, plan.versionId(), plan.sha256()));
      Thread.sleep(8_000);
      assertThat(patient.progress(waiting)).isEqualTo(new Running());
      shop.unlock();
      assertThat(end(patient, waiting)).isEqualTo(new Succeeded());
    } finally {
      shop.unlock();
    }
    assertThat(tags().getFirst().value()).isEqualTo("platform");
  }

  /** As a build runs it: no lock while planning, the plan in a bucket under a fixed version. */
  @Test
  void from_a_bucket_only_the_approved_version_is_applied() throws Exception {
    assumeTrue(TerraformShop.onPath("aws").isPresent(), "the AWS CLI is not on the PATH");
    PlanBucket bucket = new S3PlanBucket(shop.s3(), TerraformShop.PLANS, 1_000_000);
    tag("owner", "mallory");
    shop.lock();
    PlanOrder order = order(false);
    assertThat(build(RunOrder.of(Run.Kind.PLAN, order, settings(Duration.ZERO), false))).isZero();
    shop.unlock();
    Stored plan = bucket.read(order.key()).orElseThrow();
    assertThat(changed(plan)).containsExactly(BUCKET);
    shop.s3()
        .putObject(
            ask -> ask.bucket(TerraformShop.PLANS).key(order.key()),
            RequestBody.fromString("of somebody else"));
    Stored other = bucket.read(order.key()).orElseThrow();

    assertThat(build(applyOrder(approved(plan, other.versionId(), plan.sha256()))))
        .isEqualTo(RunExit.ARCHIVE.status());
    assertThat(tags().getFirst().value()).isEqualTo("mallory");
    assertThat(build(applyOrder(approved(plan, plan.versionId(), plan.sha256())))).isZero();
    assertThat(tags().getFirst().value()).isEqualTo("platform");

    bucket.delete(order.key(), plan.versionId());
    assertThat(build(applyOrder(approved(plan, plan.versionId(), plan.sha256()))))
        .as("a deleted plan is applied by nobody")
        .isEqualTo(RunExit.ARCHIVE.status());
  }

  private RunOrder applyOrder(ApplyOrder order) throws IOException {
    return RunOrder.of(order, settings(Duration.ofSeconds(2)));
  }

  private int build(RunOrder order) throws Exception {
    Path script = folder.resolve("shipped");
    Files.writeString(script, RunnerScript.SCRIPT.text());
    String verb = order.kind() == Run.Kind.APPLY ? "apply" : "plan";
    Path output = Files.createTempFile(folder, "build", "");
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toString(), verb)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> given = new HashMap<>(shop.environment());
    given.put("PLUMBLINE_ORDER", order.json());
    given.put("PLUMBLINE_PLAN_BUCKET", TerraformShop.PLANS);
    builder.environment().putAll(given);
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(output).content().doesNotContain("canary");
    return process.exitValue();
  }

  private PlanOrder order(boolean refreshOnly, String... targets) {
    orders++;
    return new PlanOrder(
        "r" + orders,
        "shop",
        RemediationPolicy.Runner.TERRAFORM,
        source(),
        Optional.empty(),
        new TreeSet<>(List.of(targets)),
        refreshOnly,
        "plans/shop/r" + orders);
  }

  private static Source source() {
    return new Source(Optional.of(TerraformShop.REPOSITORY), "infra", Optional.of("main"));
  }

  private ApplyOrder approved(Stored plan, String versionId, String sha256) throws IOException {
    orders++;
    return new ApplyOrder(
        "r" + orders,
        "shop",
        RemediationPolicy.Runner.TERRAFORM,
        source(),
        said(plan).path("commit").asText(),
        plan.key(),
        versionId,
        sha256);
  }

  private Stored planned(PlanOrder order) throws Exception {
    assertThat(end(runner, runner.plan(order))).isEqualTo(new Succeeded());
    return runner.plans().read(order.key()).orElseThrow();
  }

  private Stored checked(PlanOrder order) throws Exception {
    assertThat(end(runner, runner.check(order))).isEqualTo(new Succeeded());
    return runner.plans().read(order.key()).orElseThrow();
  }

  private Progress applied(Stored plan) throws Exception {
    return end(runner, runner.apply(approved(plan, plan.versionId(), plan.sha256())));
  }

  private static Progress end(LocalRunner runner, Run run) throws Exception {
    Instant patience = Instant.now().plusSeconds(240);
    while (runner.progress(run).equals(new Running()) && Instant.now().isBefore(patience)) {
      Thread.sleep(100);
    }
    return runner.progress(run);
  }

  private LocalRunner runner(Duration lockTimeout) throws IOException {
    return new LocalRunner(
        folder.resolve("private"),
        folder,
        stack -> settings(lockTimeout),
        shop.environment(),
        Clock.systemUTC());
  }

  private static RunSettings settings(Duration lockTimeout) {
    return new RunSettings(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        lockTimeout,
        Duration.ofMinutes(4));
  }

  private int scan() {
    return Cli.scan(shop.endpoint(), shop.stateUri()).exitCode();
  }

  private long serial() throws IOException {
    return shop.state().path("serial").asLong();
  }

  private static JsonNode said(Stored plan) throws IOException {
    return JSON.readTree(archive(plan).get("run.json"));
  }

  private static List<String> changed(Stored plan) throws IOException {
    JsonNode changes = JSON.readTree(archive(plan).get("plan.json")).path("resource_changes");
    return StreamSupport.stream(changes.spliterator(), false)
        .filter(each -> !each.at("/change/actions/0").asText().equals("no-op"))
        .map(each -> each.path("address").asText())
        .toList();
  }

  private static Map<String, String> archive(Stored plan) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GzipCompressorInputStream(
                new ByteArrayInputStream(plan.archive().asByteArray())))) {
      for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
        files.put(each.getName(), new String(tar.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private void tag(String key, String value) {
    shop.s3()
        .putBucketTagging(
            ask ->
                ask.bucket("shop-files")
                    .tagging(tags -> tags.tagSet(tag -> tag.key(key).value(value))));
  }

  private List<Tag> tags() {
    return shop.s3().getBucketTagging(ask -> ask.bucket("shop-files")).tagSet();
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
      String url = sqs.getQueueUrl(ask -> ask.queueName("jobs")).queueUrl();
      sqs.setQueueAttributes(
          ask ->
              ask.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)));
    }
  }
}
