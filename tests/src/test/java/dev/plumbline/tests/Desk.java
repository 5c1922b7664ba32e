package dev.plumbline.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.cli.demo.Emulator;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.People;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.Finding;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.local.LocalRunner;
import dev.plumbline.remediation.runner.RunSettings;
import dev.plumbline.remediation.steps.Ports;
import dev.plumbline.remediation.steps.Remediator;
import dev.plumbline.remediation.steps.Timing;
import dev.plumbline.wiring.CodeIgnores;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.remediate.DeployedStacks;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The whole of remediation at a shop that Terraform built: Ana asks, Bob and Cleo are of the team
 * whose approval counts, Dan is listed and in no team, and nobody knows Mallory.
 */
final class Desk {

  static final String STACK = "shop";
  static final Actor ANA = github("ana");
  static final Actor BOB = github("bob");
  static final Actor CLEO = github("cleo");
  static final Actor DAN = github("dan");
  static final Actor MALLORY = github("mallory");

  private static final String CONFIGURATION =
      """
      version: 1
      stacks:
        - name: shop
          environment: production
          state: s3://states/shop/terraform.tfstate
          lock: s3
          publish: {github: {repository: acme/infra, baseUrl: "%s"}}
          remediation:
            runner: terraform
            source: {repository: acme/shop, directory: infra, ref: main}
            approval: {teams: [acme/platform], count: 1}
      people: [{github: ana}, {github: bob}, {github: cleo}, {github: dan}]
      """;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Store store;
  private final List<Remediation> announced = Collections.synchronizedList(new ArrayList<>());
  private final ShopIssue issue;
  private final Settings settings;
  private final DeployedStacks stacks;
  private final Remediator remediator;

  Desk(TerraformShop shop, ShopIssue issue, Path folder, Timing timing) throws IOException {
    this.issue = issue;
    this.settings = configuration().stacks().getFirst().settings();
    Clock clock = Clock.systemUTC();
    this.store = Store.inFolder(folder.resolve("store"), clock);
    LocalRunner runner =
        new LocalRunner(
            folder.resolve("private"), folder, _ -> RunSettings.USUAL, shop.environment(), clock);
    this.stacks = stacks(shop);
    this.remediator =
        new Remediator(
            new Ports(
                store.remediations(),
                store.stacks(),
                store.audit(),
                stacks,
                runner,
                runner.plans(),
                stacks,
                stacks,
                this::announce,
                (_, login) -> Set.of("bob", "cleo").contains(login),
                () -> new People(configuration().people()),
                ResourceTypes.aws(),
                clock,
                timing,
                Ports.randomIds()));
  }

  private void announce(Remediation remediation) {
    announced.add(remediation);
    issue.announce(remediation, settings, store);
  }

  private DeployedStacks stacks(TerraformShop shop) {
    return new DeployedStacks(
        new Connection(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(Emulator.ACCOUNT, "none")),
            "us-east-1",
            Optional.of(shop.endpoint())),
        this::configuration,
        _ -> CodeIgnores.NONE,
        () -> "a deployment's own key".getBytes(UTF_8),
        Duration.ofMinutes(1),
        InstantSource.system());
  }

  private Configuration configuration() throws IOException {
    try {
      return Configuration.parse(CONFIGURATION.formatted(issue.github()), "plumbline.yaml");
    } catch (ConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static Actor github(String login) {
    return new Actor(Actor.Realm.GITHUB, login);
  }

  Remediator remediator() {
    return remediator;
  }

  /** Scans the whole stack, publishes what it found and so remembers it. */
  void scan() throws IOException {
    Instant began = Instant.now();
    StackReport report = stacks.scan(STACK, Set.of());
    if (report.status() != StackStatus.SCANNED) {
      throw new IOException("The shop could not be scanned: " + report.error());
    }
    issue.publish(
        new Report("scan-" + began, began, Instant.now(), new TreeMap<>(), List.of(report)),
        settings,
        store);
  }

  /** Scans, lets Ana ask, and waits for the plan, or for the reason why there is none. */
  Remediation planned(Answer answer, String... addresses) throws Exception {
    scan();
    Reply reply =
        remediator.request(
            new Request(
                STACK,
                answer,
                Set.of(addresses),
                false,
                false,
                ANA,
                new Origin.Comment("acme/shop", 1, System.nanoTime())));
    return until(
        ((Reply.Done) reply).remediation(),
        now -> now.phase() == Phase.AWAITING_APPROVAL || now.phase().ended());
  }

  Reply approve(Remediation planned, Actor by) throws IOException {
    return remediator.approve(
        planned.plan().orElseThrow().token(planned.id()), by, Optional.of(STACK));
  }

  Remediation ended(Remediation approved) throws Exception {
    return until(approved, now -> now.phase().ended());
  }

  Remediation until(Remediation one, Predicate<Remediation> there) throws Exception {
    Instant giveUp = Instant.now().plus(PATIENCE);
    Remediation now = remediator.proceed(one.id()).orElseThrow();
    while (!there.test(now) && Instant.now().isBefore(giveUp)) {
      Thread.sleep(200);
      now = remediator.proceed(one.id()).orElseThrow();
    }
    return now;
  }

  /** The newest finding of that address. */
  Finding finding(String address) throws IOException {
    return store.stacks().findings(STACK).stream()
        .filter(each -> each.address().equals(address))
        .max((one, other) -> one.lastSeen().compareTo(other.lastSeen()))
        .orElseThrow();
  }

  /** What was done with it, the oldest first. */
  List<String> audited(Remediation remediation) throws IOException {
    return store.audit().of(STACK, Optional.empty(), 1000).reversed().stream()
        .filter(entry -> entry.subject().equals(remediation.id()))
        .map(AuditTrail.Entry::action)
        .toList();
  }

  List<Remediation> announced() {
    return List.copyOf(announced);
  }
}
