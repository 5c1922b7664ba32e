package dev.plumbline.engine;

import dev.plumbline.state.StateIdentity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a scan found: the contract that every face of the product renders. Already redacted; holds
 * no secret. The JSON form is {@code formatVersion} 1.0: fields are added, never renamed.
 */
public record Report(
    String scanId,
    Instant startedAt,
    Instant finishedAt,
    SequencedMap<String, Long> apiCalls,
    List<StackReport> stacks,
    List<ServiceCoverage> accountCoverage) {

  /** The version of the JSON form. */
  public static final String FORMAT_VERSION = "1.0";

  public Report {
    stacks = List.copyOf(stacks);
    accountCoverage = List.copyOf(accountCoverage);
  }

  /** A report for which nobody looked at what else the accounts hold. */
  public Report(
      String scanId,
      Instant startedAt,
      Instant finishedAt,
      SequencedMap<String, Long> apiCalls,
      List<StackReport> stacks) {
    this(scanId, startedAt, finishedAt, apiCalls, stacks, List.of());
  }

  /** The same scan under the id that whoever asked for it knows it by. */
  public Report withId(String id) {
    return new Report(id, startedAt, finishedAt, apiCalls, stacks, accountCoverage);
  }

  /** The same scan, of which the first was read then. */
  public Report since(Instant began) {
    return new Report(scanId, began, finishedAt, apiCalls, stacks, accountCoverage);
  }

  /** The same scan with these stacks and that coverage of their accounts. */
  public Report with(List<StackReport> others, List<ServiceCoverage> coverage) {
    return new Report(scanId, startedAt, finishedAt, apiCalls, others, coverage);
  }

  /** The same scan with these calls as well. */
  public Report withCalls(Map<String, Long> more) {
    SortedMap<String, Long> all = new TreeMap<>(apiCalls);
    more.forEach((name, count) -> all.merge(name, count, Long::sum));
    return new Report(
        scanId,
        startedAt,
        finishedAt,
        Collections.unmodifiableSequencedMap(all),
        stacks,
        accountCoverage);
  }

  /**
   * How much of what an account holds of a service is managed by the stacks that were scanned; only
   * counted where unmanaged resources were looked for.
   *
   * @param account 12 digits
   * @param service as the SDK calls it, such as {@code sqs}
   */
  public record ServiceCoverage(String account, String service, int managed, int unmanaged) {

    /** From 0 to 1. */
    public double coverage() {
      return managed + unmanaged == 0 ? 1 : (double) managed / (managed + unmanaged);
    }
  }

  /** How scanning a stack ended. */
  public enum StackStatus {
    SCANNED,
    DEFERRED,
    FAILED
  }

  /** A resource's verdict, without its details. */
  public enum Status {
    IN_SYNC,
    DRIFTED,
    DELETED,
    UNREADABLE,
    UNSUPPORTED,
    IGNORED
  }

  /**
   * Why a stack was not scanned.
   *
   * @param code a {@code StateException.Code} or a configuration error's name
   * @param message what failed and why
   * @param action what to do
   */
  public record Problem(String code, String message, String action) {}

  /**
   * One stack's part.
   *
   * @param environment the configuration's, "" where there is none
   * @param state which state was read; empty where it could not be
   * @param fingerprint {@code sha256:…} over its drift, the same as long as the drift is
   * @param resources every managed resource, in address order
   * @param notes what the reader should know: an expired ignore rule, a deposed object
   * @param outage the service by which most of it could not be read; empty where all answered
   */
  public record StackReport(
      String stack,
      String environment,
      StackStatus status,
      Optional<Problem> error,
      Optional<StateIdentity> state,
      String fingerprint,
      Summary summary,
      List<ResourceReport> resources,
      List<Observe.Unmanaged> unmanaged,
      List<String> notes,
      Optional<Outage> outage) {
    public StackReport {
      resources = List.copyOf(resources);
      unmanaged = List.copyOf(unmanaged);
      notes = List.copyOf(notes);
    }

    /** A report of a stack for which every service answered. */
    public StackReport(
        String stack,
        String environment,
        StackStatus status,
        Optional<Problem> error,
        Optional<StateIdentity> state,
        String fingerprint,
        Summary summary,
        List<ResourceReport> resources,
        List<Observe.Unmanaged> unmanaged,
        List<String> notes) {
      this(
          stack,
          environment,
          status,
          error,
          state,
          fingerprint,
          summary,
          resources,
          unmanaged,
          notes,
          Optional.empty());
    }

    /** Its resources by address. */
    public Map<String, ResourceReport> byAddress() {
      return resources.stream()
          .collect(Collectors.toMap(ResourceReport::address, Function.identity(), (a, _) -> a));
    }

    /** The same with these resources. */
    public StackReport withResources(List<ResourceReport> others) {
      return with(others, notes);
    }

    /** The same with these notes. */
    public StackReport withNotes(List<String> others) {
      return with(resources, others);
    }

    private StackReport with(List<ResourceReport> what, List<String> said) {
      return new StackReport(
          stack,
          environment,
          status,
          error,
          state,
          fingerprint,
          summary,
          what,
          unmanaged,
          said,
          outage);
    }

    /** The same with these unmanaged resources, and more notes. */
    public StackReport withUnmanaged(List<Observe.Unmanaged> found, List<String> more) {
      return new StackReport(
          stack,
          environment,
          status,
          error,
          state,
          fingerprint,
          summary.withUnmanaged(found.size()),
          resources,
          found,
          Stream.concat(notes.stream(), more.stream()).toList(),
          outage);
    }
  }

  /**
   * Counts of one stack. Coverage is from 0 to 1: resources with a real verdict over managed
   * resources.
   */
  public record Summary(
      int managed,
      int inSync,
      int drifted,
      int deleted,
      int ignored,
      int unreadable,
      int unsupported,
      int unmanaged,
      double coverage,
      long attributesCompared,
      long attributesRecorded) {

    /** Of a stack of which nothing was read. */
    public static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0.0, 0, 0);

    /** How many resources are not as recorded: changed, or gone. */
    public int drift() {
      return drifted + deleted;
    }

    Summary withUnmanaged(int found) {
      return new Summary(
          managed,
          inSync,
          drifted,
          deleted,
          ignored,
          unreadable,
          unsupported,
          found,
          coverage,
          attributesCompared,
          attributesRecorded);
    }
  }

  /**
   * Who changed a resource, as far as the provider's own records tell.
   *
   * @param principal a user, a role session or a service
   * @param event the call's name, such as {@code AuthorizeSecurityGroupIngress}
   * @param at when
   * @param via {@code console}, {@code cli}, {@code terraform}, {@code sdk} or a service's name
   */
  public record Cause(String principal, String event, Instant at, String via) {}

  /**
   * One resource.
   *
   * @param severity the highest of its changes; empty where nothing drifted
   * @param changes masked where sensitive
   * @param reason for UNREADABLE, UNSUPPORTED, IGNORED and DELETED; "" otherwise
   * @param fingerprint {@code sha256:…} over this resource's drift alone; "" where nothing drifted
   * @param cause empty where it is not known
   * @param readAt when the scan began that read it, where that is another than the report's
   */
  public record ResourceReport(
      String address,
      String type,
      String id,
      String account,
      String region,
      Status status,
      Optional<Severity> severity,
      List<Change> changes,
      String reason,
      String fingerprint,
      Optional<Cause> cause,
      Optional<Instant> readAt) {
    public ResourceReport {
      changes = List.copyOf(changes);
    }

    /** A resource that the report's own scan read. */
    public ResourceReport(
        String address,
        String type,
        String id,
        String account,
        String region,
        Status status,
        Optional<Severity> severity,
        List<Change> changes,
        String reason,
        String fingerprint,
        Optional<Cause> cause) {
      this(
          address,
          type,
          id,
          account,
          region,
          status,
          severity,
          changes,
          reason,
          fingerprint,
          cause,
          Optional.empty());
    }

    /** A resource whose drift, if there is any, has no fingerprint of its own. */
    public ResourceReport(
        String address,
        String type,
        String id,
        String account,
        String region,
        Status status,
        Optional<Severity> severity,
        List<Change> changes,
        String reason) {
      this(
          address,
          type,
          id,
          account,
          region,
          status,
          severity,
          changes,
          reason,
          "",
          Optional.empty());
    }

    /** The same with that fingerprint of its drift. */
    public ResourceReport withFingerprint(String print) {
      return with(print, cause, readAt);
    }

    /** The same with that cause. */
    public ResourceReport withCause(Cause found) {
      return with(fingerprint, Optional.of(found), readAt);
    }

    /** The same, read by a scan that began then; empty for the report's own. */
    public ResourceReport withReadAt(Optional<Instant> when) {
      return with(fingerprint, cause, when);
    }

    private ResourceReport with(String print, Optional<Cause> who, Optional<Instant> when) {
      return new ResourceReport(
          address, type, id, account, region, status, severity, changes, reason, print, who, when);
    }

    /** Whether it differs from what its state says, or is gone. */
    public boolean drift() {
      return status == Status.DRIFTED || status == Status.DELETED;
    }
  }
}
