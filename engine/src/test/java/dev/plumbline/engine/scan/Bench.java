package dev.plumbline.engine.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Sibling;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.engine.compare.Json;
import dev.plumbline.engine.compare.Specimen;
import dev.plumbline.engine.ignore.IgnoreRule;
import dev.plumbline.engine.ignore.IgnoreRules;
import dev.plumbline.engine.severity.SeverityPolicy;
import dev.plumbline.engine.severity.SeverityRule;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A stack scan with fakes at every port and a clock that moves only where somebody waits. */
final class Bench implements StackScan.Pause, TypeCatalog {

  /** A type whose resources own elements of a specimen's set. */
  static final String PART = "aws_specimen_part";

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final FakeObserve observe;
  private final List<IgnoreRule> ignores = new ArrayList<>();
  private final List<SeverityRule> severities = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
  private Predicate<RecordedResource> wanted = _ -> true;
  private Duration lockWait = Duration.ZERO;
  private byte[] key = "key".getBytes(UTF_8);

  Bench(FakeObserve observe) {
    this.observe = observe;
  }

  Bench ignoring(IgnoreRule rule) {
    ignores.add(rule);
    return this;
  }

  Bench rating(SeverityRule rule) {
    severities.add(rule);
    return this;
  }

  Bench wanting(Predicate<RecordedResource> only) {
    wanted = only;
    return this;
  }

  Bench waiting(Duration forLocks) {
    lockWait = forLocks;
    return this;
  }

  Bench keyed(String fingerprintKey) {
    key = fingerprintKey.getBytes(UTF_8);
    return this;
  }

  /** How long it waited, each time. */
  List<Duration> pauses() {
    return pauses;
  }

  StackScan.Result result(StateSource state) {
    return stackScan().scan(request("main", state), _ -> {});
  }

  StackReport scan(StateSource state) {
    return result(state).report();
  }

  /** Scans a state of these resources, unlocked and at rest. */
  StackReport scan(RecordedResource... resources) {
    return scan(new FakeState(resources));
  }

  StackScan stackScan() {
    Judge judge =
        new Judge(this, IgnoreRules.of(ignores, TODAY), SeverityPolicy.of(severities), key);
    return new StackScan(observe, judge, clock(), this);
  }

  Clock clock() {
    return new Moving();
  }

  StackRequest request(String name, StateSource state) {
    return new StackRequest(
        name,
        "production",
        state,
        "us-east-1",
        Map.of(),
        Map.of(),
        wanted,
        false,
        lockWait,
        Duration.ofMinutes(1));
  }

  /** A specimen as a state records it. */
  static RecordedResource specimen(String name, String attributes) {
    return Specimen.recorded(Specimen.TYPE, name, Json.object(attributes));
  }

  /** A part as a state records it. */
  static RecordedResource part(String name, String attributes) {
    return Specimen.recorded(PART, name, Json.object(attributes));
  }

  static Observation found(String attributes) {
    return new Observation.Found(Json.object(attributes));
  }

  /** The report of the specimen of that name. */
  static ResourceReport of(StackReport report, String name) {
    return report.resources().stream()
        .filter(each -> each.address().endsWith("." + name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void sleep(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  @Override
  public SortedSet<String> types() {
    return new TreeSet<>(List.of(PART, Specimen.TYPE));
  }

  @Override
  public Optional<Description> describe(String type) {
    TypeRules owned =
        TypeRules.PLAIN.with(
            Sibling.elements("set", PART, "text", "id", part -> List.of(part.at("role"))));
    return types().contains(type) ? Optional.of(Specimen.description(owned)) : Optional.empty();
  }

  private final class Moving extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
