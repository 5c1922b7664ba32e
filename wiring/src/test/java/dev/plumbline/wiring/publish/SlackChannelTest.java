package dev.plumbline.wiring.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.StackEntry;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.slack.Offer;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.slack.SlackAlert.Action;
import dev.plumbline.state.Value;
import dev.plumbline.wiring.announce.SlackEstate;
import dev.plumbline.wiring.publish.Published.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a report in Slack. */
class SlackChannelTest {

  private static final PublishOptions REAL =
      new PublishOptions(false, false, Duration.ofSeconds(10));
  private static final Publish.Slack INFRA =
      new Publish.Slack("#infra", Optional.of("slack-token"));

  private final SlackEstate estate = new SlackEstate();
  private final List<Failure> failures = new ArrayList<>();
  private final LinkedHashMap<String, Publish> byStack = new LinkedHashMap<>();
  private final List<Outcome.Result> issues = new ArrayList<>();

  @AfterEach
  void close() {
    estate.close();
  }

  @Test
  void a_stacks_drift_is_told_since_when_by_whom_and_with_links() throws Exception {
    byStack.put("shop", to(INFRA));
    estate.findings.add(finding("sha256:r", Instant.parse("2026-11-01T08:00:00Z")));

    assertThat(publish(REAL, drifted("shop", "sha256:1")))
        .containsExactly(new SlackAlert.Result("shop", Action.POSTED, ""));

    assertThat(failures).isEmpty();
    assertThat(estate.said("chat.postMessage"))
        .contains(
            "Drift in shop",
            "*1 high*",
            "• *high* `aws_sqs_queue.jobs`: `tags`, since 2026-11-01 08:00 UTC, by `ana (console)`",
            "[Accept]\n[Rescan]\n[Open the issue]\n[Open the report]",
            "The whole report: s3://reports/1.json");
    assertThat(SlackEstate.form(estate.sent("/api/chat.postMessage").getFirst()).get("blocks"))
        .contains("https://github.com/acme/infra/issues/7");
  }

  @Test
  void the_same_drift_is_told_once_and_other_drift_rewrites_the_message() {
    byStack.put("shop", to(INFRA));

    publish(REAL, drifted("shop", "sha256:1"));
    publish(REAL, drifted("shop", "sha256:1"));
    assertThat(estate.requests()).isEqualTo(1);

    publish(REAL, drifted("shop", "sha256:2"));
    assertThat(estate.sent("/api/chat.postMessage")).hasSize(1);
    assertThat(estate.sent("/api/chat.update")).hasSize(1);
  }

  @Test
  void what_slack_refuses_is_a_failure_and_the_next_stack_is_told() {
    byStack.put("a", to(new Publish.Slack("#infra", Optional.empty())));
    byStack.put("b", to(INFRA));
    byStack.put("c", Publish.NOWHERE);

    assertThat(publish(REAL, drifted("a", "sha256:1"), drifted("b", "sha256:1"), drifted("c", "x")))
        .extracting(SlackAlert.Result::stack)
        .containsExactly("b");

    assertThat(failures)
        .singleElement()
        .asString()
        .contains("stack a", "no token for the Slack channel #infra", "publish.slack.tokenSecret");
  }

  @Test
  void a_missing_scope_is_said_with_what_to_do() {
    byStack.put("shop", to(INFRA));
    estate.answer(
        "/api/chat.postMessage",
        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write.public\"}");

    assertThat(publish(REAL, drifted("shop", "sha256:1"))).isEmpty();

    assertThat(failures)
        .singleElement()
        .asString()
        .contains("lacks the scope chat:write.public", "Add the scope")
        .doesNotContain("value-of");
  }

  @Test
  void a_dry_run_sends_and_keeps_nothing() {
    byStack.put("shop", to(INFRA));

    assertThat(
            publish(
                new PublishOptions(false, true, Duration.ofSeconds(1)),
                drifted("shop", "sha256:1")))
        .extracting(SlackAlert.Result::note)
        .containsExactly("would be posted; this is a dry run");

    assertThat(estate.requests()).isZero();
    assertThat(estate.objects).isEmpty();
  }

  @Test
  void a_stack_that_was_not_scanned_is_not_spoken_of() {
    byStack.put("shop", to(INFRA));

    assertThat(publish(REAL, report("shop", StackStatus.DEFERRED, "", List.of())))
        .extracting(SlackAlert.Result::note)
        .containsExactly("the stack was not scanned");
    assertThat(estate.requests()).isZero();
  }

  @Test
  void an_issue_that_was_just_written_is_linked_rather_than_the_one_remembered() {
    byStack.put("shop", to(INFRA));
    issues.add(
        new Outcome.Result(
            "shop",
            Outcome.Action.CREATED,
            "https://github.example/acme/infra/issues/8",
            "",
            "",
            ""));

    publish(REAL, drifted("shop", "sha256:1"));

    assertThat(SlackEstate.form(estate.sent("/api/chat.postMessage").getFirst()).get("blocks"))
        .contains("https://github.example/acme/infra/issues/8");
  }

  private List<SlackAlert.Result> publish(PublishOptions options, StackReport... stacks) {
    Report report =
        new Report(
            "scan-1",
            Instant.parse("2026-11-02T09:00:00Z"),
            Instant.parse("2026-11-02T09:00:03Z"),
            new TreeMap<>(),
            List.of(stacks));
    return estate
        .parts()
        .channel()
        .publish(
            report,
            new Destinations(byStack, Map.of("shop", offers())),
            new SlackChannel.Links(Optional.of("s3://reports/1.json"), issues),
            options,
            failures);
  }

  /** A stack whose policy says that its code is never applied. */
  private static List<Offer> offers() {
    try {
      Configuration configuration =
          Configuration.parse(
              """
              version: 1
              stacks: [{name: shop, state: x, remediation: {revert: never}}]
              slack: {signingSecret: s, channels: [C012AB3CD]}
              """,
              "test");
      StackEntry stack = configuration.stacks().getFirst();
      return Destinations.offers(configuration, stack.settings());
    } catch (ConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private static Publish to(Publish.Slack slack) {
    return new Publish(Publish.NOWHERE.github(), Publish.NOWHERE.sns(), Optional.of(slack));
  }

  private static Finding finding(String fingerprint, Instant since) {
    return new Finding(
        "shop",
        "aws_sqs_queue.jobs",
        "aws_sqs_queue",
        Severity.HIGH,
        fingerprint,
        since,
        since,
        1,
        Optional.empty(),
        Optional.of(new Cause("ana", "TagQueue", since, "console")),
        Optional.empty(),
        since,
        List.of());
  }

  private static StackReport drifted(String name, String fingerprint) {
    ResourceReport queue =
        new ResourceReport(
            "aws_sqs_queue.jobs",
            "aws_sqs_queue",
            "https://sqs/jobs",
            "123456789012",
            "us-east-1",
            Status.DRIFTED,
            Optional.of(Severity.HIGH),
            List.of(
                new Change("tags[\"Owner\"]", Value.of("ana"), Value.of("bob"), false, List.of())),
            "",
            "sha256:r",
            Optional.empty());
    return report(name, StackStatus.SCANNED, fingerprint, List.of(queue));
  }

  private static StackReport report(
      String name, StackStatus status, String fingerprint, List<ResourceReport> resources) {
    return new StackReport(
        name,
        "",
        status,
        Optional.empty(),
        Optional.empty(),
        fingerprint,
        new Summary(1, 0, 1, 0, 0, 0, 0, 0, 1.0, 1, 1),
        resources,
        List.of(),
        List.of());
  }
}
