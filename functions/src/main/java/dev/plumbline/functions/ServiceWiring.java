package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.people.People;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Deliveries;
import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.functions.api.Api;
import dev.plumbline.functions.api.IamIdentityCenter;
import dev.plumbline.functions.api.S3Reports;
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
import dev.plumbline.wiring.publish.LastReports;
import dev.plumbline.wiring.publish.Remediating;
import dev.plumbline.wiring.publish.ReportStore;
import dev.plumbline.wiring.publish.SharedStore;
import dev.plumbline.wiring.publish.SlackChannel;
import dev.plumbline.wiring.remediate.AfterScan;
import dev.plumbline.wiring.remediate.CheckedCode;
import dev.plumbline.wiring.remediate.DeployedStacks;
import dev.plumbline.wiring.settings.CommandEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.EventStore;
import dev.plumbline.wiring.store.RequestStore;
import dev.plumbline.wiring.store.RunStore;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.work.ReceiptReplies;
import dev.plumbline.wiring.work.Replies;
import dev.plumbline.wiring.work.RequestedScans;
import dev.plumbline.wiring.work.Rescans;
import dev.plumbline.wiring.work.WorkQueue;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The store, remediation and the other faces of a deployment that has a table. Thread-safe. */
final class ServiceWiring {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Less than the functions that do what people ask for may take. */
  private static final Duration SCAN = Duration.ofMinutes(8);

  private final ContainerWiring container;
  private final AwsClients aws;
  private final CommandEnvironment environment;
  private final Store store;
  private final RequestStore requests;
  private final EventStore events;
  private final RunStore runs;
  private final DeployedStacks deployed;
  private final SlackParts slack;
  private final Clock clock = Clock.systemUTC();

  ServiceWiring(
      ContainerWiring container, AwsClients aws, CommandEnvironment environment, String table) {
    this.container = container;
    this.aws = aws;
    this.environment = environment;
    this.store = Store.inTable(aws.dynamoDb(), table, clock);
    this.requests = RequestStore.inTable(aws.dynamoDb(), table);
    this.events = EventStore.inTable(aws.dynamoDb(), table);
    this.runs = RunStore.inTable(aws.dynamoDb(), table);
    this.deployed = container.deployedStacks(SCAN);
    this.slack =
        SlackParts.of(
            container.secrets(),
            store.stacks(),
            store.leases(),
            store.remediations(),
            aws.s3(),
            container.reportBucket());
  }

  SharedStore shared() {
    return new SharedStore(store.stacks(), store.leases(), store.deliveries());
  }

  LastReports lastReports(ReportStore reports) {
    return new LastReports(store.stacks(), events.revisions(), reports);
  }

  /** What is remembered for the sake of events. */
  EventStore events() {
    return events;
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

  /** What became of runs over many stacks. */
  RunStore runs() {
    return runs;
  }

  Leases leases() {
    return store.leases();
  }

  Stacks stacks() {
    return store.stacks();
  }

  Deliveries deliveries() {
    return store.deliveries();
  }

  AuditTrail audit() {
    return store.audit();
  }

  RemediationStore remediationStore() {
    return store.remediations();
  }

  Remediator remediations(GitHubDoor github) throws SettingsException {
    return new Remediator(ports(github));
  }

  /** Scans as any invocation does, and publishes. */
  Rescans rescans() throws SettingsException {
    ScanRun run = container.run();
    return work -> {
      ScanInput input = new ScanInput(Set.of(work.stack()), false, false, false);
      try {
        return run.scan(input, SCAN).report().stacks().getFirst();
      } catch (SettingsException | ConfigurationException e) {
        throw new IOException(e.getMessage(), e);
      }
    };
  }

  /** Scans that are asked for by an id. */
  RequestedScans scans() throws SettingsException {
    return new NotedScans(container.run()::scan, requests.scans(), SCAN, clock);
  }

  /** Answers where whoever came over the API looks for them. */
  Replies receipts() {
    return new ReceiptReplies(requests.receipts(), clock);
  }

  /** What answers over HTTP. */
  Api api(WorkQueue queue) {
    return new Api(
        new dev.plumbline.functions.api.Ports(
            store.stacks(),
            store.audit(),
            store.remediations(),
            requests.scans(),
            requests.receipts(),
            queue,
            new S3Reports(aws.s3(), aws::presigner, container.reportBucket()),
            new IamIdentityCenter(aws.iam()),
            clock));
  }

  ConfiguredGitHub.Tokens tokens() {
    return github -> {
      try {
        return container.access().to(github).token();
      } catch (SettingsException | PublishException e) {
        throw new IOException(e.getMessage(), e);
      }
    };
  }

  /** Answers in Slack. */
  Replies slack() {
    return slack.replies();
  }

  private Ports ports(GitHubDoor github) throws SettingsException {
    return new Ports(
        store.remediations(),
        store.stacks(),
        store.audit(),
        deployed,
        new CodeBuildRunner(
            aws.codeBuild(), new Projects(environment.runnerPrefix()), deployed, clock),
        new S3PlanBucket(aws.s3(), environment.planBucket(), S3PlanBucket.USUAL_SIZE),
        deployed,
        deployed,
        announcer(),
        new GitHubTeams(github),
        () -> new People(container.deployed().people()),
        ResourceTypes.aws(),
        clock,
        Timing.USUAL,
        Ports.randomIds());
  }

  private Announcer announcer() {
    Announcer issues =
        new IssueAnnouncements(
            publishing(Publish::github),
            container.access(),
            () -> new MarkerKey(container.deploymentKey().getBytes(UTF_8)),
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
