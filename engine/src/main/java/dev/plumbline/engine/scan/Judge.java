package dev.plumbline.engine.scan;

import static java.util.stream.Collectors.groupingBy;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.engine.compare.Comparison;
import dev.plumbline.engine.compare.Siblings;
import dev.plumbline.engine.compare.Tags;
import dev.plumbline.engine.ignore.IgnoreRules;
import dev.plumbline.engine.redact.Fingerprint;
import dev.plumbline.engine.redact.Redactor;
import dev.plumbline.engine.redact.SecretScrubber;
import dev.plumbline.engine.severity.SeverityPolicy;
import dev.plumbline.engine.severity.StackFacts;
import dev.plumbline.state.Address;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Gives every managed resource its verdict and makes the stack's report of them. True values are
 * compared and go into the fingerprint; nothing leaves here before it was redacted (law 3).
 * Thread-safe.
 */
public final class Judge {

  /** What a resource that was not asked for owns is not known now. */
  private static final Observation NOT_ASKED =
      new Observation.Unreadable("", "it was not asked for");

  /** Of so many at once it is kept in memory what to redact. */
  private static final int AHEAD = 5_000;

  /** When observing has long begun, which takes all of a processor at first. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  private final TypeCatalog catalog;
  private final IgnoreRules ignores;
  private final SeverityPolicy severities;
  private final byte[] fingerprintKey;

  /**
   * @param fingerprintKey the deployment's key; fingerprints made with another key differ
   */
  public Judge(
      TypeCatalog catalog, IgnoreRules ignores, SeverityPolicy severities, byte[] fingerprintKey) {
    this.catalog = catalog;
    this.ignores = ignores;
    this.severities = severities;
    this.fingerprintKey = fingerprintKey.clone();
  }

  /**
   * What was read of a state.
   *
   * @param all its resources; those not asked for still own parts of others
   * @param wanted those asked for, as they were observed
   * @param deposed objects that wait for their deletion
   */
  record Read(
      StateIdentity state,
      List<RecordedResource> all,
      List<RecordedResource> wanted,
      List<RecordedResource> deposed) {}

  /**
   * Begins with what can be told of resources before they are observed, in a thread of its own:
   * observing mostly waits, once it is under way.
   */
  Begun begin(List<RecordedResource> wanted) {
    FutureTask<List<Redactor>> redactors =
        new FutureTask<>(() -> wanted.stream().limit(AHEAD).map(this::redactor).toList());
    Thread.ofPlatform().daemon().name("redactors").start(() -> later(redactors));
    return new Begun(redactors);
  }

  private static void later(Runnable task) {
    try {
      Thread.sleep(UNDER_WAY);
      task.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was told before, in the resources' order, of the first ones. */
  record Begun(FutureTask<List<Redactor>> redactors) {

    private List<Redactor> all() throws InterruptedException {
      try {
        // At once, where observing was over before this began.
        redactors.run();
        return redactors.get();
      } catch (ExecutionException defect) {
        throw new IllegalStateException("what to redact could not be told", defect.getCause());
      }
    }
  }

  StackReport report(StackRequest request, Read read, Observe.Answer answer, Begun begun)
      throws InterruptedException {
    Comparison comparison = new Comparison(siblings(read, answer));
    Findings findings =
        new Findings(new StackFacts(request.name(), request.environment()), ignores, severities);
    List<Redactor> redactors = begun.all();
    Set<String> secrets = new LinkedHashSet<>();
    long compared = 0;
    long recorded = 0;
    for (int i = 0; i < read.wanted().size(); i++) {
      RecordedResource resource = read.wanted().get(i);
      Observe.Observed observed = answer.observed().get(i);
      Redactor known = i < redactors.size() ? redactors.get(i) : redactor(resource);
      Redactor redactor =
          observed.observation() instanceof Observation.Found(var attributes, _)
              ? known.and(attributes)
              : known;
      secrets.addAll(redactor.secrets());
      compared += judge(request, comparison, findings, resource, observed, redactor);
      recorded += resource.attributes().entries().size();
    }
    return report(
        request,
        read,
        answer,
        findings,
        SecretScrubber.of(PublicWords.without(secrets, read.wanted())),
        compared,
        recorded);
  }

  private StackReport report(
      StackRequest request,
      Read read,
      Observe.Answer answer,
      Findings findings,
      SecretScrubber scrubber,
      long compared,
      long recorded) {
    Map<String, List<Fingerprint.Entry>> drift =
        findings.fingerprint().stream().collect(groupingBy(Fingerprint.Entry::address));
    List<ResourceReport> resources =
        findings.reports().stream()
            .map(each -> Scrubbed.resource(each, scrubber))
            .map(each -> printed(each, drift))
            .sorted(Comparator.comparing(ResourceReport::address))
            .toList();
    return new StackReport(
        request.name(),
        request.environment(),
        StackStatus.SCANNED,
        Optional.empty(),
        Optional.of(read.state()),
        Fingerprint.ofAll(prints(resources)),
        StackReports.summary(resources, answer.unmanaged().size(), compared, recorded),
        resources,
        answer.unmanaged().stream().map(each -> Scrubbed.unmanaged(each, scrubber)).toList(),
        notes(read, answer, findings).stream().map(scrubber::scrub).toList(),
        Outages.worst(read.wanted(), answer.observed()));
  }

  static List<String> prints(List<ResourceReport> resources) {
    return resources.stream()
        .map(ResourceReport::fingerprint)
        .filter(print -> !print.isEmpty())
        .toList();
  }

  /** How many attributes were compared. */
  private int judge(
      StackRequest request,
      Comparison comparison,
      Findings findings,
      RecordedResource resource,
      Observe.Observed observed,
      Redactor redactor) {
    switch (observed.observation()) {
      case Observation.Gone(var evidence) -> findings.deleted(resource, observed, evidence);
      case Observation.Unreadable unreadable -> findings.unreadable(resource, observed, unreadable);
      case Observation.Unsupported(var reason) -> findings.unsupported(resource, observed, reason);
      case Observation.Found(var attributes, var moving) -> {
        Tags tags = request.tags().getOrDefault(resource.provider().key(), Tags.ALL);
        Comparison.Result result =
            comparison.compare(
                catalog.describe(resource.type()).orElseThrow(), resource, attributes, tags);
        findings.compared(resource, observed, result.changes(), moving, redactor);
        return result.compared();
      }
    }
    return 0;
  }

  private Redactor redactor(RecordedResource resource) {
    return Redactor.of(
        resource, catalog.describe(resource.type()).map(TypeCatalog.Description::schema));
  }

  private ResourceReport printed(
      ResourceReport resource, Map<String, List<Fingerprint.Entry>> drift) {
    List<Fingerprint.Entry> own = drift.get(resource.address());
    return own == null ? resource : resource.withFingerprint(Fingerprint.of(fingerprintKey, own));
  }

  private static Siblings siblings(Read read, Observe.Answer answer) {
    Map<Address, Observation> observed = new HashMap<>();
    for (int i = 0; i < read.wanted().size(); i++) {
      observed.put(read.wanted().get(i).address(), answer.observed().get(i).observation());
    }
    return new Siblings(
        read.all(),
        read.all().stream().map(each -> observed.getOrDefault(each.address(), NOT_ASKED)).toList());
  }

  private List<String> notes(Read read, Observe.Answer answer, Findings findings) {
    List<String> notes = new ArrayList<>(answer.notes());
    read.deposed()
        .forEach(
            each -> notes.add("%s waits for its deletion and was not compared.".formatted(each)));
    notes.addAll(ignores.notes());
    notes.addAll(findings.notes());
    return notes;
  }
}
