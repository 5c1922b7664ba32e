package dev.plumbline.remediation.steps;

import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.CodeChecks;
import dev.plumbline.remediation.PlanBucket;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remediation over its ports. Any number of these may work on one store: each step is one
 * conditional write, and whoever loses it stops.
 */
public final class Remediator implements Remediations, CodeChecks {

  private static final Logger LOG = LoggerFactory.getLogger(Remediator.class);

  /** How long after a step its announcement may have been lost. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  private final Ports ports;
  private final Requesting requesting;
  private final Planning planning;
  private final Deciding deciding;
  private final Applying applying;
  private final Verifying verifying;
  private final CodeChecking codeChecking;

  public Remediator(Ports ports) {
    Ledger ledger = new Ledger(ports);
    Policies policies = new Policies(ports);
    this.ports = ports;
    this.requesting = new Requesting(ports, ledger, policies);
    this.planning = new Planning(ports, ledger, policies);
    this.deciding = new Deciding(ports, ledger, policies);
    this.applying = new Applying(ports, ledger, policies);
    this.codeChecking = new CodeChecking(ports, ledger, policies);
    this.verifying = new Verifying(ports, ledger, codeChecking);
  }

  @Override
  public Reply request(Request request) throws IOException {
    Optional<Remediation> before =
        request.dryRun() ? Optional.empty() : ports.store().open(request.stack());
    Reply reply = requesting.request(request);
    if (reply instanceof Reply.Done done && !request.dryRun()) {
      before.filter(each -> !each.id().equals(done.remediation().id())).ifPresent(this::forget);
      return new Reply.Done(proceed(done.remediation().id()).orElseThrow(), done.next());
    }
    return reply;
  }

  @Override
  public Reply approve(String token, Actor by, Optional<String> stack) throws IOException {
    return followed(deciding.approve(token, by, stack));
  }

  @Override
  public Reply reject(String token, Actor by, Optional<String> stack, String because)
      throws IOException {
    return followed(deciding.reject(token, by, stack, because));
  }

  @Override
  public Optional<Remediation> proceed(String id) throws IOException {
    Optional<Remediation> now = ports.store().find(id);
    Optional<Remediation> next = now.isEmpty() ? now : step(now.get());
    if (now.isPresent() && next.isEmpty()) {
      announceAgain(now.get());
    }
    while (next.isPresent()) {
      next = step(next.get());
    }
    return ports.store().find(id);
  }

  @Override
  public Optional<Remediation> checkCode(String id) throws IOException {
    Optional<Remediation> done = ports.store().find(id);
    if (done.isEmpty()) {
      return done;
    }
    codeChecking.again(done.get());
    return proceed(id);
  }

  @Override
  public Optional<Remediation> find(String id) throws IOException {
    return ports.store().find(id);
  }

  @Override
  public List<Remediation> of(String stack, int limit) throws IOException {
    return ports.store().of(stack, limit);
  }

  private Reply followed(Reply reply) throws IOException {
    return reply instanceof Reply.Done done
        ? new Reply.Done(proceed(done.remediation().id()).orElseThrow(), done.next())
        : reply;
  }

  /** The next version; empty where there is nothing to do now, or somebody else does it. */
  private Optional<Remediation> step(Remediation now) throws IOException {
    return switch (now.phase()) {
      case REQUESTED -> planning.start(now);
      case PLANNING -> planning.finish(now);
      case AWAITING_APPROVAL -> applying.claim(now);
      case APPLYING -> applying.go(now);
      case VERIFYING -> verifying.go(now);
      case DONE, FAILED, REJECTED, EXPIRED, SUPERSEDED -> {
        Optional<Remediation> checked = codeChecking.go(now);
        if (checked.isEmpty()) {
          tidy(now);
        }
        yield checked;
      }
    };
  }

  /** Nothing that was ended is ever applied, so that its plan need not lie about. */
  private void tidy(Remediation ended) throws IOException {
    if (ended.plan().isPresent()) {
      ports.bucket().delete(ended.plan().get().key(), ended.plan().get().versionId());
    } else if (!ended.runs().isEmpty()) {
      delete(Orders.key(ended));
    }
    Optional<CodeCheck> check = ended.codeCheck();
    if (check.filter(each -> each.state() != CodeCheck.State.RUNNING).isPresent()) {
      delete(Orders.checkKey(ended, check.get()));
    }
  }

  private void delete(String key) throws IOException {
    Optional<PlanBucket.Stored> stored = ports.bucket().read(key);
    if (stored.isPresent()) {
      ports.bucket().delete(key, stored.get().versionId());
    }
  }

  private void forget(Remediation superseded) {
    try {
      proceed(superseded.id());
    } catch (IOException e) {
      LOG.warn("The plan of {} is left to the bucket's lifecycle", superseded.id(), e);
    }
  }

  /** What was written may not have been told before a crash. */
  private void announceAgain(Remediation waiting) {
    if (ports.clock().instant().isBefore(waiting.changedAt().plus(RECENT))) {
      ports.announcer().announce(waiting);
    }
  }
}
