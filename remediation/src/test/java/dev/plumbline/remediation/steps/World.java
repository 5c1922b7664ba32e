package dev.plumbline.remediation.steps;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Summary;
import dev.plumbline.engine.config.Person;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.engine.config.RemediationPolicy;
import dev.plumbline.engine.config.RemediationPolicy.Approval;
import dev.plumbline.engine.config.RemediationPolicy.Auto;
import dev.plumbline.engine.config.RemediationPolicy.Consent;
import dev.plumbline.engine.config.RemediationPolicy.Guards;
import dev.plumbline.engine.config.RemediationPolicy.Source;
import dev.plumbline.engine.config.Settings;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.people.Actor.Realm;
import dev.plumbline.engine.people.People;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.remediation.Announcer;
import dev.plumbline.remediation.Answer;
import dev.plumbline.remediation.FixtureTypes;
import dev.plumbline.remediation.Locks;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.remediation.Remediations.Reply;
import dev.plumbline.remediation.Remediations.Request;
import dev.plumbline.remediation.Runner;
import dev.plumbline.remediation.Scanning;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stack of which four resources drifted at noon, Ana who asks, Bob and Cleo of the team, Dan who
 * is in none, and twenty more of the team.
 */
final class World {

  static final String STACK = "freeside";
  static final String QUEUE = "aws_sqs_queue.jobs";
  static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
  static final Actor ANA = github("ana");
  static final Actor BOB = github("bob");
  static final Actor CLEO = github("cleo");
  static final Actor DAN = github("dan");
  static final Map<String, String> DRIFT =
      Map.of(
          "aws_iam_role.app",
          "f-role",
          "aws_security_group.web",
          "f-group",
          QUEUE,
          "f-queue",
          "aws_ssm_parameter.password",
          "f-parameter");

  Instant now = NOON;
  final Tripwire tripwire = new Tripwire();
  final InMemoryRemediations store = new InMemoryRemediations();
  final InMemoryStacks stacks = new InMemoryStacks();
  final List<AuditTrail.Entry> trail = Collections.synchronizedList(new ArrayList<>());
  final List<Remediation> announced = Collections.synchronizedList(new ArrayList<>());
  final Cloud cloud = new Cloud(clock());
  final AtomicInteger ids = new AtomicInteger();
  Approval approval = new Approval(List.of("acme/platform"), 1, false);
  Guards guards = Guards.NONE;
  Consent accept = Consent.APPROVAL;
  Consent revert = Consent.APPROVAL;
  List<Auto> auto = List.of();
  RemediationPolicy.Runner runner = RemediationPolicy.Runner.TERRAFORM;
  People people = people();
  final Ports ports = ports();
  final Remediator remediator = new Remediator(ports);

  World() {
    cloud.drift.putAll(DRIFT);
    scanned();
  }

  /** The stack is scanned, and remembered. */
  void scanned() {
    stacks.drift.clear();
    stacks.drift.putAll(cloud.drift);
    int unreadable = cloud.unreadable.size();
    stacks.record =
        Optional.of(
            new StackRecord(
                STACK,
                "production",
                StackStatus.SCANNED,
                "sha256:all",
                new Summary(9, 0, cloud.drift.size(), 0, 0, unreadable, 0, 0, 1, 0, 0),
                "scan",
                now,
                "",
                cloud.serial,
                cloud.lineage,
                Optional.empty(),
                Optional.empty()));
  }

  static Actor github(String login) {
    return new Actor(Realm.GITHUB, login);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  static Request request(Answer answer, String... addresses) {
    return new Request(
        STACK,
        answer,
        Set.of(addresses),
        false,
        false,
        ANA,
        new Origin.Comment("acme/infra", 1, 2));
  }

  /** Asks for it, and answers what it became. */
  Remediation ask(Answer answer, String... addresses) throws IOException {
    return ((Reply.Done) remediator.request(request(answer, addresses))).remediation();
  }

  Reply approve(Remediation asked, Actor by) throws IOException {
    return remediator.approve(asked.plan().orElseThrow().token(asked.id()), by, Optional.of(STACK));
  }

  Remediation now(Remediation asked) {
    return store.find(asked.id()).orElseThrow();
  }

  Remediation proceed(Remediation asked) throws IOException {
    return remediator.proceed(asked.id()).orElseThrow();
  }

  List<String> audited() {
    return trail.stream().map(AuditTrail.Entry::action).toList();
  }

  private Settings settings() {
    return new Settings(
        "production",
        Optional.empty(),
        Optional.empty(),
        Optional.of("us-east-1"),
        Publish.NOWHERE,
        new LinkedHashMap<>(),
        Optional.of(
            new RemediationPolicy(
                runner,
                Optional.of(new Source(Optional.of("acme/infra"), "infra", Optional.of("main"))),
                accept,
                revert,
                Optional.of(approval),
                Optional.of(guards),
                auto)));
  }

  private Ports ports() {
    return new Ports(
        tripwire.around(RemediationStore.class, store),
        tripwire.around(Stacks.class, stacks),
        tripwire.around(AuditTrail.class, new Trail()),
        stack -> stack.equals(STACK) ? Optional.of(settings()) : Optional.empty(),
        tripwire.around(Runner.class, cloud),
        tripwire.around(PlanBucket.class, cloud),
        tripwire.around(Scanning.class, cloud),
        tripwire.around(Locks.class, cloud),
        tripwire.around(Announcer.class, announced::add),
        (team, login) -> team.equals("acme/platform") && !login.equals("dan"),
        () -> people,
        new FixtureTypes(),
        clock(),
        Timing.USUAL,
        () -> "remedy%04d".formatted(ids.incrementAndGet()));
  }

  private final class Trail implements AuditTrail {
    @Override
    public void add(Entry entry) {
      trail.add(entry);
    }

    @Override
    public List<Entry> of(String stack, Optional<Entry> after, int limit) {
      return List.copyOf(trail);
    }
  }

  private static People people() {
    return new People(
        Stream.concat(
                Stream.of("ana", "bob", "cleo", "dan"),
                IntStream.range(0, 20).mapToObj(i -> "person" + i))
            .map(name -> new Person(Optional.of(name), Optional.of("U-" + name), Optional.empty()))
            .toList());
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
