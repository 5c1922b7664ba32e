package dev.plumbline.wiring.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.github.api.StandInGitHub;
import dev.plumbline.publish.slack.Offer;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.wiring.announce.IssueAnnouncements;
import dev.plumbline.wiring.announce.News;
import dev.plumbline.wiring.announce.SlackEstate;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** A deployment without a cloud: what it writes to GitHub, Slack, S3, SNS and its store is kept. */
public final class Outlets implements AutoCloseable {

  private static final MarkerKey KEY = new MarkerKey(new byte[32]);

  public final StandInGitHub github = new StandInGitHub();
  final SlackEstate slack = new SlackEstate();
  final Clients clients = new Clients();
  final Store store;
  private final Supplier<List<String>> kept;
  private final News news = new News(_ -> Optional.empty(), new CheckedCode());
  private final GitHubAccess access =
      new GitHubAccess(
          new Secrets(() -> clients, InstantSource.system()),
          Optional.of("token"),
          InstantSource.system());

  /** With a store in that folder. */
  public Outlets(Path folder) {
    this(Store.inFolder(folder, InstantSource.system()), () -> files(folder));
  }

  /**
   * With that store.
   *
   * @param kept all texts that are in it
   */
  public Outlets(Store store, Supplier<List<String>> kept) {
    this.store = store;
    this.kept = kept;
  }

  /** Publishes it everywhere. */
  public Published publish(Report report) {
    SharedStore shared = shared();
    LinkedHashMap<String, Publish> byStack = new LinkedHashMap<>();
    Map<String, List<Offer>> offers = new HashMap<>();
    for (StackReport stack : report.stacks()) {
      byStack.put(
          stack.stack(),
          new Publish(
              Optional.of(repository()),
              Optional.of("arn:aws:sns:us-east-1:111122223333:drift"),
              Optional.of(new Publish.Slack("#infra", Optional.of("slack-token")))));
      offers.put(stack.stack(), List.of(Offer.values()));
    }
    return new Publishing(
            new ReportStore(clients.s3(), "reports"),
            new AlertChannel(
                _ -> clients.sns(),
                Optional.empty(),
                new S3Fingerprints(clients.s3(), "reports"),
                Optional.of(shared)),
            new IssueChannel(
                access,
                Optional.of(shared),
                new StoredNews(store.remediations(), news, InstantSource.system()),
                true),
            Optional.of(slack.parts().channel()),
            Optional.of(shared),
            Optional.empty())
        .publish(
            report,
            new Destinations(byStack, offers),
            KEY,
            new PublishOptions(false, false, Duration.ofSeconds(30)));
  }

  /** Remembers a remediation and tells of it wherever one is told of. */
  public void announce(Remediation remediation) throws IOException {
    Optional<Remediation> before = store.remediations().find(remediation.id());
    if (before.isEmpty()) {
      store.remediations().create(remediation);
    } else {
      store.remediations().replace(before.get(), remediation.after(before.get()));
    }
    store
        .audit()
        .add(
            new AuditTrail.Entry(
                remediation.stack(),
                remediation.changedAt(),
                new Actor(Actor.Realm.GITHUB, remediation.requester().id()),
                "plan made",
                remediation.id(),
                remediation.outcome()));
    slack.remediations.clear();
    slack.remediations.add(remediation);
    slack.parts().announcer().announce(remediation);
    new IssueAnnouncements(
            _ -> Optional.of(repository()),
            access,
            () -> KEY,
            shared().ledger(Duration.ofSeconds(30)),
            news)
        .announce(remediation);
  }

  private SharedStore shared() {
    return new SharedStore(store.stacks(), store.leases(), store.deliveries());
  }

  private Publish.GitHub repository() {
    return new Publish.GitHub(
        "acme/infra",
        List.of(),
        100,
        Optional.of(github.endpoint().toString()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The comments that were written on any issue. */
  public List<String> comments() {
    return github.issues().stream()
        .flatMap(issue -> github.comments(issue.path("number").asInt()).stream())
        .toList();
  }

  /** The issues as they stand. */
  public List<JsonNode> issues() {
    return github.issues();
  }

  /** What was posted to Slack and written over: a form's fields each. */
  List<Map<String, String>> messages() {
    return Stream.of("/api/chat.postMessage", "/api/chat.update")
        .flatMap(path -> slack.sent(path).stream())
        .map(SlackEstate::form)
        .toList();
  }

  /** Every byte that was written anywhere, by where it was written. */
  public Map<String, String> written() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("requests to GitHub", String.join("\n", github.requests()));
    all.put("issues", github.issues().toString());
    all.put("comments", String.join("\n", comments()));
    all.put("Slack", messages().toString());
    all.put("what Slack was told, kept", slack.objects.toString());
    all.put("S3", clients.objects.toString());
    all.put("SNS", clients.published.toString());
    all.put("store", String.join("\n", kept.get()));
    return all;
  }

  /** What it remembers. */
  public Store store() {
    return store;
  }

  /** The bucket of its reports. */
  public S3Client s3() {
    return clients.s3();
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(file + "\n" + Files.readString(file, UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    github.close();
    slack.close();
  }

  Optional<StackRecord> record(String stack) throws IOException {
    return store.stacks().find(stack);
  }
}
