package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.api.StandInGitHub;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.announce.IssueAnnouncements;
import dev.plumbline.wiring.announce.News;
import dev.plumbline.wiring.announce.StoredNews;
import dev.plumbline.wiring.publish.AlertChannel;
import dev.plumbline.wiring.publish.Destinations;
import dev.plumbline.wiring.publish.GitHubAccess;
import dev.plumbline.wiring.publish.IssueChannel;
import dev.plumbline.wiring.publish.PublishOptions;
import dev.plumbline.wiring.publish.Published;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.publish.ReportStore;
import dev.plumbline.wiring.publish.S3Fingerprints;
import dev.plumbline.wiring.publish.SharedStore;
import dev.plumbline.wiring.remediate.CheckedCode;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The drift issue of the shop, kept as the service keeps it, on a GitHub of our own. */
final class ShopIssue implements AutoCloseable {

  private static final String BUCKET = "reports";
  private static final String TOKEN = "github";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final MarkerKey KEY =
      new MarkerKey("a deployment's own key, long".getBytes(UTF_8));

  private final StandInGitHub github = new StandInGitHub();
  private final S3Client s3;
  private final GitHubAccess access;

  ShopIssue(URI aws) {
    s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), aws);
    s3.createBucket(request -> request.bucket(BUCKET));
    SecretsManagerClient secrets = EmulatedAws.client(SecretsManagerClient.builder(), aws);
    secrets.createSecret(request -> request.name(TOKEN).secretString("a-token-of-nobody"));
    access =
        new GitHubAccess(
            new Secrets(() -> secrets, InstantSource.system()),
            Optional.of(TOKEN),
            InstantSource.system());
  }

  URI github() {
    return github.endpoint();
  }

  /** Publishes a scan of the shop, which remembers it too. */
  void publish(Report report, Settings settings, Store store) throws IOException {
    Optional<SharedStore> shared = Optional.of(shared(store));
    LinkedHashMap<String, Publish> to = new LinkedHashMap<>();
    to.put(Desk.STACK, settings.publish());
    Published published =
        new Publishing(
                new ReportStore(s3, BUCKET),
                new AlertChannel(
                    _ -> {
                      throw new IllegalStateException("there is no topic");
                    },
                    Optional.empty(),
                    new S3Fingerprints(s3, BUCKET),
                    shared),
                new IssueChannel(
                    access,
                    shared,
                    new StoredNews(store.remediations(), news(settings), Clock.systemUTC()),
                    true),
                Optional.empty(),
                shared,
                Optional.empty())
            .publish(report, new Destinations(to), KEY, new PublishOptions(false, false, PATIENCE));
    if (!published.failures().isEmpty()) {
      throw new IOException("Not all was published: " + published.failures());
    }
  }

  /** Tells of a remediation's step. */
  void announce(Remediation remediation, Settings settings, Store store) {
    new IssueAnnouncements(
            _ -> settings.publish().github(),
            access,
            () -> KEY,
            shared(store).ledger(PATIENCE),
            news(settings))
        .announce(remediation);
  }

  private static SharedStore shared(Store store) {
    return new SharedStore(store.stacks(), store.leases(), store.deliveries());
  }

  private static News news(Settings settings) {
    Optional<RemediationPolicy> policy = settings.remediation();
    return new News(_ -> policy, new CheckedCode());
  }

  /** The only one there is. */
  JsonNode now() throws IOException {
    List<JsonNode> all = github.issues();
    if (all.size() != 1) {
      throw new IOException("There are %d issues".formatted(all.size()));
    }
    return all.getFirst();
  }

  boolean isOpen() throws IOException {
    return now().path("state").asText().equals("open");
  }

  /** Its body and its comments. */
  String text() throws IOException {
    int number = now().path("number").asInt();
    return now().path("body").asText() + "\n" + String.join("\n", github.comments(number));
  }

  /** What was sent to GitHub that its API's description does not know. */
  List<String> problems() {
    return github.problems();
  }

  @Override
  public void close() {
    github.close();
  }
}
