package dev.plumbline.wiring.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.GitHubSettings;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.Outcome;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.wiring.publish.Published.Failure;
import dev.plumbline.wiring.settings.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** Who gets what, and what one channel's failure does to the others. */
class PublishingTest {

  private static final MarkerKey KEY = new MarkerKey(new byte[32]);
  private static final PublishOptions REAL =
      new PublishOptions(false, false, Duration.ofMinutes(1));

  private final LinkedHashMap<String, Publish> byStack = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final Topics topics = new Topics();
  private Instant now = Instant.EPOCH;
  private final SaidHere said = new SaidHere(() -> now);

  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:drift";

  /** What the port to GitHub was asked. */
  private record Call(String repository, String token, List<String> stacks, Set<String> tracked) {}

  @Test
  void each_repository_gets_its_own_stacks_and_hears_of_all_that_are_tracked_there() {
    byStack.put("a", github("acme/infra", "one"));
    byStack.put("b", github("acme/other", "one"));
    byStack.put("c", github("acme/infra", "one"));
    byStack.put("not-scanned", github("acme/infra", "two"));
    byStack.put("nowhere", Publish.NOWHERE);

    publish(issues(Optional.empty()), REAL, "a", "b", "c", "nowhere");

    assertThat(calls)
        .containsExactly(
            new Call(
                "acme/infra", "value of one", List.of("a", "c"), Set.of("a", "c", "not-scanned")),
            new Call("acme/other", "value of one", List.of("b"), Set.of("b")));
    assertThat(failures).isEmpty();
  }

  @Test
  void the_deployments_token_serves_where_the_configuration_names_none() {
    byStack.put("a", github("acme/infra", ""));

    publish(issues(Optional.of("deployment")), REAL, "a");

    assertThat(calls).extracting(Call::token).containsExactly("value of deployment");
  }

  @Test
  void without_any_token_it_is_said_what_to_set_and_the_others_are_served() {
    byStack.put("a", github("acme/infra", ""));
    byStack.put("b", github("acme/other", "one"));

    publish(issues(Optional.empty()), REAL, "a", "b");

    assertThat(calls).extracting(Call::repository).containsExactly("acme/other");
    assertThat(failures)
        .singleElement()
        .asString()
        .contains("There is no GitHub token for acme/infra", "GITHUB_TOKEN_SECRET_ARN");
  }

  @Test
  void a_bug_in_one_repositorys_publishing_does_not_reach_the_next() {
    byStack.put("a", github("acme/broken", "one"));
    byStack.put("b", github("acme/denied", "one"));
    byStack.put("c", github("acme/infra", "one"));

    publish(issues(Optional.empty()), REAL, "a", "b", "c");

    assertThat(calls).extracting(Call::repository).containsExactly("acme/infra");
    assertThat(failures)
        .extracting(Failure::toString)
        .satisfiesExactly(
            bug -> assertThat(bug).contains("acme/broken failed: IllegalStateException."),
            denied -> assertThat(denied).isEqualTo("acme/denied said no. Allow it."));
  }

  @Test
  void an_issue_that_failed_is_a_failure_of_the_run() {
    byStack.put("a", github("acme/halting", "one"));

    publish(issues(Optional.empty()), REAL, "a");

    assertThat(failures)
        .extracting(Failure::toString)
        .containsExactly("Writing the issue of a failed: GitHub answered 500.");
  }

  @Test
  void trouble_that_stays_is_told_once_a_day_and_stops_nothing() {
    byStack.put("a", github("acme/archived", "one"));
    byStack.put("b", github("acme/infra", "one"));
    IssueChannel channel = issues(Optional.empty());

    publish(channel, REAL, "a", "b");
    publish(channel, REAL, "a", "b");
    assertThat(calls).hasSize(2);
    assertThat(failures).hasSize(2);
    assertThat(topics.sent).hasSize(1);
    assertThat(topics.sent.getFirst())
        .satisfies(it -> assertThat(it.topicArn()).isEqualTo(TOPIC))
        .satisfies(it -> assertThat(it.subject()).contains("acme/archived"))
        .satisfies(it -> assertThat(it.message()).contains("is archived", "Unarchive it."));

    now = now.plus(Duration.ofHours(25));
    publish(channel, REAL, "a");
    assertThat(topics.sent).hasSize(2);
  }

  @Test
  void a_dry_run_tells_nobody_of_trouble() {
    byStack.put("a", github("acme/archived", "one"));
    publish(issues(Optional.empty()), new PublishOptions(false, true, Duration.ZERO), "a");
    assertThat(topics.sent).isEmpty();
  }

  @Test
  void fingerprints_of_any_name_have_a_key_of_their_own_that_fits() {
    assertThat(S3Fingerprints.key("app/prod@eu ü\n")).matches("fingerprints/[A-Za-z0-9_-]+");
    assertThat(S3Fingerprints.key("x".repeat(5_000)))
        .isEqualTo(
            "fingerprints/sha256-c59d3c0480cc2d71d8f646e735e92da65450311eec46e81a5db8c7e6e8a92054");
    assertThat(S3Fingerprints.key("a")).isNotEqualTo(S3Fingerprints.key("b"));
  }

  private void publish(IssueChannel channel, PublishOptions options, String... stacks) {
    Destinations destinations = new Destinations(byStack);
    AlertChannel alerts = new AlertChannel(_ -> topics, Optional.of(TOPIC), new NoFingerprints());
    TroubleAlerts alarms = new TroubleAlerts(alerts, destinations, said, options.dryRun());
    channel.publish(report(stacks), destinations, KEY, options, "", alarms, failures);
  }

  private IssueChannel issues(Optional<String> deploymentsToken) {
    return new IssueChannel(
        new GitHubAccess(
            new Secrets(Vault::new, InstantSource.system()),
            deploymentsToken,
            InstantSource.system()),
        Optional.empty(),
        Remediating.NOTHING,
        false,
        (settings, key, _, report, tracked, _) -> github(settings, key, report, tracked));
  }

  private Outcome github(GitHubSettings settings, MarkerKey key, Report report, Set<String> tracked)
      throws PublishException {
    switch (settings.repository()) {
      case "acme/broken" -> throw new IllegalStateException("a bug");
      case "acme/denied" -> throw new PublishException("acme/denied said no.", "Allow it.");
      case "acme/archived" ->
          throw new PublishException(
              "acme/archived is archived.", "Unarchive it.", "archived", new IOException());
      case "acme/halting" -> {
        return new Outcome(
            List.of(
                new Outcome.Result(
                    "a", Outcome.Action.FAILED, "", "GitHub answered 500.", "", "")));
      }
      default -> {
        List<String> stacks = report.stacks().stream().map(StackReport::stack).toList();
        calls.add(new Call(settings.repository(), settings.token(), stacks, tracked));
        return new Outcome(List.of());
      }
    }
  }

  private static Publish github(String repository, String secret) {
    return new Publish(
        Optional.of(
            new Publish.GitHub(
                repository,
                List.of(),
                20,
                Optional.empty(),
                Optional.of(secret).filter(it -> !it.isEmpty()),
                Optional.empty())),
        Optional.empty(),
        Optional.empty());
  }

  private static Report report(String... stacks) {
    return new Report(
        "scan-1",
        Instant.EPOCH,
        Instant.EPOCH,
        new TreeMap<>(),
        Arrays.stream(stacks).map(PublishingTest::stack).toList());
  }

  private static StackReport stack(String name) {
    return new StackReport(
        name,
        "",
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.empty(),
        "sha256:0",
        new Summary(0, 0, 0, 0, 0, 0, 0, 0, 1.0, 0, 0),
        List.of(),
        List.of(),
        List.of());
  }

  private static final class NoFingerprints implements LastFingerprint {
    @Override
    public Optional<String> get(String stack) {
      return Optional.empty();
    }

    @Override
    public void put(String stack, String fingerprint) {}
  }

  private static final class Vault implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder()
          .secretString("value of " + request.secretId())
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
