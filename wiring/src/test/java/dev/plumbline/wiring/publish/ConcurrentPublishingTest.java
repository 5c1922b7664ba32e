package dev.plumbline.wiring.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.Publish.Owner;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.publish.MemoryStore;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.api.StandInGitHub;
import dev.plumbline.publish.sns.LastFingerprint;
import dev.plumbline.wiring.KeptObjects;
import dev.plumbline.wiring.settings.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** Many containers that publish the drift of one stack at once. */
class ConcurrentPublishingTest {

  private final StandInGitHub github = new StandInGitHub();
  private final MemoryStore store = new MemoryStore();
  private final Topics topics = new Topics();
  private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

  @AfterEach
  void stop() {
    github.close();
    assertThat(github.problems()).isEmpty();
  }

  @Test
  void twenty_containers_open_one_issue_and_send_one_alert() throws Exception {
    Report report = Reports.of(Reports.freeside());
    List<Callable<Published>> containers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      containers.add(() -> publish(report));
    }
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Published> each : executor.invokeAll(containers)) {
        assertThat(each.get().failures()).isEmpty();
      }
    }
    assertThat(github.issues()).hasSize(1);
    assertThat(github.comments(5)).isEmpty();
    assertThat(topics.sent).hasSize(1);
  }

  @Test
  void an_issue_says_since_when_where_the_report_lies_and_whose_it_is() {
    publish(Reports.of(Reports.freeside()));
    assertThat(github.issues().getFirst().get("body").asText())
        .contains("2026-11-02 |", "s3&#58;//reports/reports/", "Whose it is: @acme/network")
        .contains("/plumbline help");
  }

  @Test
  void a_store_that_does_not_answer_costs_nobody_the_report() {
    store.fail();
    Published published = publish(Reports.of(Reports.freeside()));
    assertThat(published.report()).isPresent();
    assertThat(github.issues()).hasSize(1);
    assertThat(topics.sent).hasSize(1);
    assertThat(published.failures().stream().map(Published.Failure::what))
        .hasSize(2)
        .anyMatch(what -> what.startsWith("Remembering the scan of freeside failed"))
        .anyMatch(what -> what.startsWith("Writing the page over all stacks failed"));
  }

  private Published publish(Report report) {
    Optional<SharedStore> shared = Optional.of(new SharedStore(store, store, store));
    Publishing publishing =
        new Publishing(
            new ReportStore(new KeptObjects(), "reports"),
            new AlertChannel(
                _ -> topics,
                Optional.of("arn:aws:sns:us-east-1:111122223333:drift"),
                new Remembered(fingerprints),
                shared),
            new IssueChannel(
                new GitHubAccess(
                    new Secrets(Vault::new, InstantSource.system()),
                    Optional.of("token"),
                    InstantSource.system()),
                shared,
                Remediating.NOTHING,
                true),
            Optional.empty(),
            shared,
            Optional.empty());
    LinkedHashMap<String, Publish> byStack = new LinkedHashMap<>();
    byStack.put("freeside", new Publish(Optional.of(to()), Optional.empty(), Optional.empty()));
    return publishing.publish(
        report,
        new Destinations(byStack),
        new MarkerKey(new byte[32]),
        new PublishOptions(false, false, Duration.ofSeconds(10)));
  }

  private Publish.GitHub to() {
    return new Publish.GitHub(
        "acme/infra",
        List.of(),
        20,
        Optional.of(github.endpoint().toString()),
        Optional.empty(),
        Optional.empty(),
        List.of(new Owner(new Glob("module.net.*"), "@acme/network")));
  }

  private record Remembered(Map<String, String> prints) implements LastFingerprint {
    @Override
    public Optional<String> get(String stack) {
      return Optional.ofNullable(prints.get(stack));
    }

    @Override
    public void put(String stack, String fingerprint) {
      prints.put(stack, fingerprint);
    }
  }

  private static final class Vault implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder().secretString("a-token-of-nobody").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
