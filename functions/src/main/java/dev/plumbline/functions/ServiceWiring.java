package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.config.Person;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.people.People;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.codebuild.CodeBuildRunner;
import dev.plumbline.remediation.codebuild.Projects;
import dev.plumbline.remediation.codebuild.S3PlanBucket;
import dev.plumbline.remediation.steps.Automatic;
import dev.plumbline.remediation.steps.Ports;
import dev.plumbline.remediation.steps.Remediator;
import dev.plumbline.remediation.steps.Timing;
import dev.plumbline.wiring.announce.IssueAnnouncements;
import dev.plumbline.wiring.announce.News;
import dev.plumbline.wiring.announce.SlackParts;
import dev.plumbline.wiring.announce.StoredNews;
import dev.plumbline.wiring.github.ConfiguredGitHub;
import dev.plumbline.wiring.github.GitHubDoor;
import dev.plumbline.wiring.github.GitHubTeams;
import dev.plumbline.wiring.publish.Remediating;
import dev.plumbline.wiring.publish.SharedStore;
import dev.plumbline.wiring.publish.SlackChannel;
import dev.plumbline.wiring.remediate.AfterScan;
import dev.plumbline.wiring.remediate.CheckedCode;
import dev.plumbline.wiring.remediate.DeployedStacks;
import dev.plumbline.wiring.settings.CommandEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.RequestStore;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.work.ReceiptReplies;
import dev.plumbline.wiring.work.Replies;
import dev.plumbline.wiring.work.RequestedScans;
import dev.plumbline.wiring.work.Rescans;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store, remediation and the other faces of a deployment that has a table. Thread-safe. */
final class ServiceWiring implements ServicePorts {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Less than the functions that do what people ask for may take. */
  private static final Duration SCAN = Duration.ofMinutes(8);

  private final ContainerWiring container;
  private final CommandEnvironment environment;
  private final Store store;
  private final RequestStore requests;
  private final DeployedStacks deployed;
  private final SlackParts slack;
  private final Clock clock = Clock.systemUTC();

  ServiceWiring(
      ContainerWiring container,
      CommandEnvironment environment,
      Store store,
      RequestStore requests) {
    this.container = container;
    this.environment = environment;
    this.store = store;
    this.requests = requests;
    this.deployed = container.deployedStacks(SCAN);
    this.slack =
        SlackParts.of(
            container.secrets(),
            store.stacks(),
            store.leases(),
            store.remediations(),
            container.s3(),
            container.reportBucket());
  }

  SharedStore shared() {
    return new SharedStore(store.stacks(), store.leases(), store.deliveries());
  }

  /** What issues and messages tell of remediations. */
  Remediating remediating() {
    return new StoredNews(store.remediations(), news(), clock);
  }

  SlackChannel slackChannel() {
    return slack.channel();
  }

  AfterScan afterScan() throws SettingsException {
    Ports ports = ports(new ConfiguredGitHub(container::deployed, tokens()));
    Remediator remediator = new Remediator(ports);
    return new AfterScan(remediator, new Automatic(remediator, ports), store.remediations());
  }

  @Override
  public Stacks stacks() {
    return store.stacks();
  }

  @Override
  public Deliveries deliveries() {
    return store.deliveries();
  }

  @Override
  public AuditTrail audit() {
    return store.audit();
  }

  @Override
  public RemediationStore remediationStore() {
    return store.remediations();
  }

  @Override
  public Remediator remediations(GitHubDoor github) throws SettingsException {
    return new Remediator(ports(github));
  }

  @Override
  public Rescans rescans() {
    return container.rescans(SCAN);
  }

  @Override
  public RequestedScans scans() {
    return container.requestedScans(requests.scans(), SCAN);
  }

  @Override
  public Replies api() {
    return new ReceiptReplies(requests.receipts(), clock);
  }

  @Override
  public ConfiguredGitHub.Tokens tokens() {
    return github -> {
      try {
        return container.access().to(github).token();
      } catch (SettingsException | PublishException e) {
        throw new IOException(e.getMessage(), e);
      }
    };
  }

  @Override
  public Replies slack() {
    return slack.replies();
  }

  private Ports ports(GitHubDoor github) throws SettingsException {
    return new Ports(
        store.remediations(),
        store.stacks(),
        store.audit(),
        deployed,
        new CodeBuildRunner(
            container.codeBuild(), new Projects(environment.runnerPrefix()), deployed, clock),
        new S3PlanBucket(container.s3(), environment.planBucket(), S3PlanBucket.USUAL_SIZE),
        deployed,
        deployed,
        announcer(),
        new GitHubTeams(github),
        new People(people()),
        ResourceTypes.aws(),
        clock,
        Timing.USUAL,
        Ports.randomIds());
  }

  private List<Person> people() throws SettingsException {
    try {
      return container.deployed().people();
    } catch (IOException e) {
      throw new SettingsException(
          "The configuration cannot be read: " + e.getMessage(), "Mend it.", e);
    }
  }

  private Announcer announcer() throws SettingsException {
    Announcer issues =
        new IssueAnnouncements(
            publishing(Publish::github),
            container.access(),
            new MarkerKey(container.deploymentKey().getBytes(UTF_8)),
            shared().ledger(PATIENCE),
            news());
    return remediation -> {
      issues.announce(remediation);
      slack.announcer().announce(remediation);
    };
  }

  private News news() {
    return new News(settings(each -> each.remediation()), new CheckedCode());
  }

  private <T> Function<String, Optional<T>> publishing(Function<Publish, Optional<T>> what) {
    return settings(each -> what.apply(each.publish()));
  }

  private <T> Function<String, Optional<T>> settings(Function<Settings, Optional<T>> what) {
    return stack -> {
      try {
        return deployed.find(stack).flatMap(what);
      } catch (IOException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    };
  }
}
