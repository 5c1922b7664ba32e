package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Basis;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.work.Batch;
import dev.plumbline.wiring.work.Clerk;
import dev.plumbline.wiring.work.Desk;
import dev.plumbline.wiring.work.IgnoreProposals.Proposal;
import dev.plumbline.wiring.work.Progress;
import dev.plumbline.wiring.work.Work;
import dev.plumbline.wiring.work.WorkJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QueuedFunctionsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final List<String> replies = new ArrayList<>();
  private final List<Work> put = new ArrayList<>();

  private Batch batch(Desk desk) {
    Clerk clerk =
        new Clerk(
            new Remembered(),
            _ -> {
              throw new IOException("no scan here");
            },
            _ -> {},
            _ -> new Proposal.Present(),
            (_, _) -> true,
            new NoStacks(),
            new NoTrail(),
            (_, mood, _) -> replies.add(mood.name()),
            InstantSource.fixed(NOW));
    return new Batch(desk, clerk, new FakeDeliveries(), 3, InstantSource.fixed(NOW));
  }

  private static SQSEvent.SQSMessage message(String id, String body, String received) {
    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setAttributes(Map.of("ApproximateReceiveCount", received));
    return message;
  }

  private static String body(String once, Work work) {
    return new WorkJson().write(new WorkJson.Message(once, work));
  }

  private static SQSEvent event(SQSEvent.SQSMessage... messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(messages));
    return event;
  }

  private static List<String> failed(List<BatchItemFailure> failures) {
    return failures.stream().map(BatchItemFailure::getItemIdentifier).toList();
  }

  @Test
  void only_the_message_that_failed_comes_again() {
    Actor ana = new Actor(Actor.Realm.GITHUB, "ana");
    Work help = new Work.Help("", ana, new Origin.Comment("acme/infra", 12, 1));
    Work rescan = new Work.Rescan("s", "freeside", ana, new Origin.Comment("acme/infra", 12, 2));

    assertThat(
            failed(
                new WorkFunction(batch(Desk.COMMANDS))
                    .handleRequest(
                        event(
                            message("poison", "{", "1"),
                            message("scan", body("a", rescan), "3"),
                            message("help", body("b", help), "1")),
                        new FakeContext("", Duration.ofMinutes(5)))
                    .getBatchItemFailures()))
        .containsExactly("poison", "scan");
    assertThat(replies).containsExactly("TAKEN", "FAILED", "DONE");
  }

  @Test
  void approvals_are_for_their_own_function() {
    SQSEvent approval = event(message("1", body("a", new Work.Proceed("abc1234567")), "1"));

    assertThat(
            failed(
                new WorkFunction(batch(Desk.COMMANDS))
                    .handleRequest(approval, new FakeContext("", Duration.ofMinutes(5)))
                    .getBatchItemFailures()))
        .containsExactly("1");
    assertThat(
            new ApprovalFunction(batch(Desk.APPROVALS))
                .handleRequest(approval, new FakeContext("", Duration.ofMinutes(5)))
                .getBatchItemFailures())
        .isEmpty();
  }

  private Progress progress() {
    return new Progress(new Remembered(), (work, _) -> put.add(work), InstantSource.fixed(NOW));
  }

  private void build(String status, String id) throws IOException {
    String event =
        """
        {"version":"0","source":"aws.codebuild","detail-type":"CodeBuild Build State Change",
         "detail":{"build-status":"%s","project-name":"plumbline-plan",
                   "build-id":"arn:aws:codebuild:us-east-1:111122223333:build/%s"}}"""
            .formatted(status, id);
    new BuildFunction(progress())
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            new FakeContext("", Duration.ofMinutes(5)));
  }

  @Test
  void a_build_that_ended_however_goes_on() throws IOException {
    build("IN_PROGRESS", "plumbline-plan:1");
    build("SUCCEEDED", "somebody-elses:1");
    assertThat(put).isEmpty();
    for (String end : List.of("SUCCEEDED", "FAILED", "FAULT", "STOPPED", "TIMED_OUT")) {
      build(end, "plumbline-plan:1");
    }

    assertThat(put).hasSize(5).containsOnly(new Work.Proceed("abc1234567"));
  }

  @Test
  void a_schedule_goes_on_with_everything() throws IOException {
    new SweepFunction(progress())
        .handleRequest(
            new ByteArrayInputStream("{}".getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            new FakeContext("", Duration.ofMinutes(5)));

    assertThat(put).containsExactly(new Work.Proceed("abc1234567"));
  }

  @Test
  void an_environment_that_lacks_something_says_so() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> CommandWiring.of(Map.of()))
        .withMessageContaining("CONFIG_URI");
  }

  private static final class Remembered implements Remediations, RemediationStore {
    private static final Remediation ONE =
        new Remediation(
            "abc1234567",
            "freeside",
            Answer.REVERT,
            new TreeSet<>(),
            false,
            new Actor(Actor.Realm.GITHUB, "ana"),
            new Origin.Api(),
            NOW,
            new Basis(7, "lineage", "sha256:f", new TreeMap<>()),
            Phase.PLANNING,
            Optional.empty(),
            List.of(),
            List.of(new Remediation.Run(Remediation.Run.Kind.PLAN, "plumbline-plan:1", "", NOW)),
            "",
            NOW,
            1,
            Optional.empty());

    @Override
    public Reply request(Request request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Reply approve(String token, Actor by, Optional<String> stack) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Reply reject(String token, Actor by, Optional<String> stack, String because) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Remediation> proceed(String id) {
      return Optional.of(ONE);
    }

    @Override
    public Optional<Remediation> find(String id) {
      return Optional.of(ONE);
    }

    @Override
    public List<Remediation> of(String stack, int limit) {
      return List.of(ONE);
    }

    @Override
    public Optional<Remediation> open(String stack) {
      return Optional.of(ONE);
    }

    @Override
    public List<Remediation> unfinished(int limit) {
      return List.of(ONE);
    }

    @Override
    public boolean create(Remediation remediation) {
      return false;
    }

    @Override
    public boolean replace(Remediation before, Remediation after) {
      return false;
    }
  }

  private static final class NoTrail implements AuditTrail {
    @Override
    public void add(Entry entry) {}

    @Override
    public List<Entry> of(String stack, Optional<Entry> after, int limit) {
      return List.of();
    }
  }
}
