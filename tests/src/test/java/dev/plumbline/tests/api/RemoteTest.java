package dev.plumbline.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Plumbline;
import dev.plumbline.engine.store.Receipts.Status;
import dev.plumbline.functions.api.Reports.Kept;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.work.Work;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command line speaks to the API as deployed, from the signature to the exit code. */
final class RemoteTest {

  private final FakeStore store = Samples.store();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ServiceStandIn service;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", Signature.KEY);
    System.setProperty("aws.secretAccessKey", Signature.SECRET);
    service = new ServiceStandIn(store);
  }

  @AfterEach
  void stop() {
    service.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void a_scan_is_started_watched_fetched_and_rendered_with_the_same_exit_code() {
    store.worker = work -> Thread.startVirtualThread(() -> scanned((Work.Scan) work, 1));
    assertThat(run("scan", "net/prod", "--unmanaged")).isEqualTo(2);
    assertThat(out.toString()).contains(Samples.ADDRESS, "the queue is not there");
    assertThat(err.toString()).contains("is running", "is done");
    Work.Scan scan = (Work.Scan) store.queued.getFirst();
    assertThat(scan.stacks()).containsExactly("net/prod");
    assertThat(scan.unmanaged()).isTrue();
    assertThat(scan.by()).isEqualTo(Samples.ANA);
  }

  @Test
  void a_clean_report_is_exit_code_0_and_no_name_means_all() {
    store.worker = work -> scanned((Work.Scan) work, 0);
    assertThat(run("scan", "--format", "json")).isZero();
    assertThat(out.toString()).startsWith("{").contains("\"formatVersion\" : \"1.0\"");
    assertThat(((Work.Scan) store.queued.getFirst()).stacks()).isEmpty();
  }

  private void scanned(Work.Scan scan, int drifted) {
    try {
      var scans = store.ports().scans();
      scans.began(scan.scanId(), Samples.NOW);
      Thread.sleep(drifted * 600L);
      store.reports.put(
          "s3://r/" + scan.scanId(), new Kept.Whole(Samples.bytes(Samples.report(drifted))));
      scans.done(scan.scanId(), "s3://r/" + scan.scanId(), Samples.NOW);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_scan_that_fails_is_exit_code_1_and_says_why() {
    store.worker =
        work -> {
          try {
            store
                .ports()
                .scans()
                .failed(((Work.Scan) work).scanId(), "No stack is called x.", Samples.NOW);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(run("scan", "x")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("The scan failed: No stack is called x.");
  }

  @Test
  void a_large_report_is_fetched_behind_its_link_without_a_second_signature() {
    store.worker =
        work -> {
          String id = ((Work.Scan) work).scanId();
          Samples.scan(store, id, dev.plumbline.engine.store.Scans.Phase.DONE, "s3://r/1", "");
          store.reports.put(
              "s3://r/1", new Kept.Elsewhere(URI.create(service.address() + "/large?sig=1")));
        };
    service.objects.put("/large", Samples.report(3));
    assertThat(run("scan")).isEqualTo(2);
    assertThat(out.toString()).contains(Samples.ADDRESS + "[2]");
  }

  @Test
  void a_busy_service_is_asked_again_under_the_same_key_and_does_nothing_twice() {
    store.worker = work -> scanned((Work.Scan) work, 0);
    service.troubles.addAll(List.of(429, 503, 0));
    assertThat(run("scan")).isZero();
    assertThat(Set.copyOf(service.keys.subList(0, 4))).hasSize(1);
    assertThat(store.queued).hasSize(1);
  }

  @Test
  void a_lost_answer_is_asked_for_again_and_queues_nothing_more() {
    store.worker =
        work -> {
          scanned((Work.Scan) work, 0);
          service.troubles.add(502);
        };
    assertThat(run("scan")).isZero();
    assertThat(store.queued).hasSize(1);
  }

  @Test
  void stacks_are_listed_page_by_page_and_their_names_steer_no_terminal() {
    for (int i = 0; i < 120; i++) {
      store.stacks.put("s" + i, Samples.stack("s" + i, 0));
    }
    store.stacks.put("evil\u001b[2J", Samples.stack("evil\u001b[2J", 2));
    assertThat(run("stacks")).isZero();
    assertThat(out.toString().lines()).hasSize(124);
    assertThat(out.toString()).containsPattern("net/prod +SCANNED +1 ").doesNotContain("\u001b");
  }

  @Test
  void history_is_told_as_from_the_store_itself_by_stack_type_and_actor() {
    assertThat(run("history", "net/prod")).isZero();
    assertThat(out.toString()).contains("STACK", "net/prod", "total", "2 h 0 min");
    assertThat(run("history", "--by", "type")).isZero();
    assertThat(out.toString()).contains("TYPE", "aws_sqs_queue");
    assertThat(run("history", "--by", "actor", "--since", "2026-11-22", "--format", "json"))
        .isZero();
    assertThat(out.toString())
        .contains(
            "\"name\" : \"bob\"", "\"occurrences\" : 1", "\"meanTimeToRemediateSeconds\" : null");
  }

  @Test
  void the_audit_trail_is_told_the_newest_first_since_a_time() {
    assertThat(run("history", "net/prod", "--audit")).isZero();
    assertThat(out.toString())
        .containsSubsequence("by hand 2", "by hand 1", "by hand 0")
        .contains("aws:ana@acme.example");
    assertThat(run("history", "--audit", "--since", "2026-11-21T09:00:02Z", "--format", "json"))
        .isZero();
    assertThat(out.toString().split("\"detail\" : \"by hand 2\"", -1)).hasSize(2);
  }

  @Test
  void remediations_are_listed_and_one_is_shown_with_its_plan() {
    assertThat(run("remediations", "net/prod")).isZero();
    assertThat(out.toString()).contains("earlier123", Samples.REMEDIATION, "awaiting-approval");
    assertThat(run("remediations", "--id", Samples.REMEDIATION)).isZero();
    assertThat(out.toString())
        .contains("delay_seconds: 5 -> 0", "plumbline approve " + Samples.TOKEN)
        .doesNotContain("\u001b");
  }

  @Test
  void drift_is_reverted_as_far_as_the_plan_that_waits() {
    store.worker = work -> planned((Work.Ask) work, Phase.AWAITING_APPROVAL);
    assertThat(run("remediate", "net/prod", "aws_sqs_queue.jobs", "--revert")).isZero();
    assertThat(out.toString()).contains("A plan is being made.", "plumbline approve fresh12345-");
    assertThat(((Work.Ask) store.queued.getFirst()).request().addresses())
        .containsExactly("aws_sqs_queue.jobs");
  }

  @Test
  void a_plan_that_is_refused_by_its_guards_is_exit_code_1() {
    store.worker = work -> planned((Work.Ask) work, Phase.FAILED);
    assertThat(run("remediate", "net/prod", "--accept")).isEqualTo(1);
    assertThat(out.toString()).contains("fresh12345", "failed");
  }

  private void planned(Work.Ask ask, Phase phase) {
    Remediation one = Samples.remediation("fresh12345", phase);
    store.remediations.put(one.id(), ApiTest.from(ask.request().origin(), one));
    answered(ask.request().origin(), Status.TAKEN, "A plan is being made.");
  }

  private void answered(dev.plumbline.remediation.Origin origin, Status status, String text) {
    String id = ((dev.plumbline.remediation.Origin.Api) origin).request();
    try {
      store.ports().receipts().move(id, status, text, Samples.NOW);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void an_approval_is_followed_to_the_end() {
    store.worker =
        work -> {
          store.remediations.put(
              Samples.REMEDIATION, Samples.remediation(Samples.REMEDIATION, Phase.DONE));
          answered(((Work.Approve) work).origin(), Status.TAKEN, "It is being applied.");
        };
    assertThat(run("approve", Samples.TOKEN)).isZero();
    assertThat(out.toString()).contains("It is being applied.", "done");
  }

  @Test
  void a_refused_approval_is_exit_code_1_with_the_reason() {
    store.worker =
        work ->
            answered(
                ((Work.Approve) work).origin(),
                Status.REFUSED,
                "The requester may not approve.\nAsk somebody else.");
    assertThat(run("approve", Samples.TOKEN)).isEqualTo(1);
    assertThat(err.toString()).contains("refused it: The requester may not approve.");
  }

  @Test
  void a_plan_is_rejected() {
    store.worker =
        work -> {
          store.remediations.put(
              Samples.REMEDIATION, Samples.remediation(Samples.REMEDIATION, Phase.REJECTED));
          answered(((Work.Reject) work).origin(), Status.DONE, "Rejected.");
        };
    assertThat(run("reject", Samples.TOKEN, "--because", "it was meant")).isZero();
    assertThat(((Work.Reject) store.queued.getFirst()).because()).isEqualTo("it was meant");
  }

  @Test
  void a_problem_is_shown_as_an_error_with_what_to_do() {
    assertThat(run("history", "nowhere")).isEqualTo(1);
    assertThat(err.toString())
        .contains("There is no such stack: No stack is called \"nowhere\". List the stacks");
  }

  @Test
  void a_signature_with_another_secret_is_refused_and_says_what_to_allow() {
    System.setProperty("aws.secretAccessKey", "another");
    assertThat(run("stacks")).isEqualTo(1);
    assertThat(err.toString()).contains("403", "execute-api:Invoke");
  }

  @Test
  void waiting_ends_when_patience_does() {
    assertThat(run("scan", "--wait", "0s")).isEqualTo(1);
    assertThat(err.toString()).contains("still queued", "--wait");
  }

  private int run(String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--remote", service.address(), "--region", "eu-west-1"))
            .toArray(String[]::new);
    return Plumbline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
