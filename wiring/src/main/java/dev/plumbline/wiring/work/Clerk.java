package dev.plumbline.wiring.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.ignore.Glob;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.AuditTrail;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.remediation.CodeCheck;
import dev.plumbline.remediation.Origin;
import dev.plumbline.remediation.Remediation;
import dev.plumbline.remediation.Remediations;
import dev.plumbline.wiring.work.Replies.Mood;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Does what people asked for and tells them how it went. Each piece of work may come again: what
 * was done before is then found done, or is done once more to the same effect. Thread-safe.
 */
public final class Clerk {

  private final Remediations remediations;
  private final Rescans rescans;
  private final RequestedScans scans;
  private final IgnoreProposals proposals;
  private final Permissions permissions;
  private final Stacks stacks;
  private final AuditTrail audit;
  private final Replies replies;
  private final InstantSource clock;

  /**
   * @param permissions who may ask; who may approve is for {@code remediations} to say
   */
  public Clerk(
      Remediations remediations,
      Rescans rescans,
      RequestedScans scans,
      IgnoreProposals proposals,
      Permissions permissions,
      Stacks stacks,
      AuditTrail audit,
      Replies replies,
      InstantSource clock) {
    this.remediations = remediations;
    this.rescans = rescans;
    this.scans = scans;
    this.proposals = proposals;
    this.permissions = permissions;
    this.stacks = stacks;
    this.audit = audit;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * Does it.
   *
   * @throws IOException where it could not be done now, and is worth another try
   */
  public void carryOut(Work work) throws IOException {
    switch (work) {
      case Work.Help(String why, Actor _, Origin origin) ->
          replies.reply(origin, why.isEmpty() ? Mood.DONE : Mood.REFUSED, ReplyText.help(why));
      case Work.Status(String stack, Actor _, Origin origin) -> status(stack, origin);
      case Work.Rescan rescan -> rescan(rescan);
      // Who may was asked at the door, and how far it is stands at the scan.
      case Work.Scan scan -> scans.scan(scan);
      case Work.Ask(Remediations.Request request) -> {
        if (isAllowed(request.by(), request.origin())) {
          reply(request.origin(), remediations.request(request));
        }
      }
      case Work.Approve(String token, Optional<String> stack, Actor by, Origin origin) -> {
        replies.reply(origin, Mood.TAKEN, "");
        reply(origin, remediations.approve(token, by, stack));
      }
      case Work.Reject(
              String token,
              Optional<String> stack,
              String because,
              Actor by,
              Origin origin) -> {
        if (isAllowed(by, origin)) {
          reply(origin, remediations.reject(token, by, stack, because));
        }
      }
      case Work.Ignore ignore -> ignore(ignore);
      // How it went is announced where the remediation was asked for.
      case Work.Proceed(String remediation) -> proceed(remediation);
    }
  }

  /** Tells whoever asked that it will not be tried again. */
  public void giveUp(Work work) {
    origin(work).ifPresent(origin -> replies.reply(origin, Mood.FAILED, ReplyText.gaveUp()));
  }

  private static Optional<Origin> origin(Work work) {
    return switch (work) {
      case Work.Rescan rescan -> Optional.of(rescan.origin());
      case Work.Scan scan -> Optional.of(scan.origin());
      case Work.Ask ask -> Optional.of(ask.request().origin());
      case Work.Approve approve -> Optional.of(approve.origin());
      case Work.Reject reject -> Optional.of(reject.origin());
      case Work.Ignore ignore -> Optional.of(ignore.origin());
      case Work.Status status -> Optional.of(status.origin());
      case Work.Help help -> Optional.of(help.origin());
      case Work.Proceed _ -> Optional.empty();
    };
  }

  /**
   * Code that says what was accepted is news for the stack's issue, which only a scan can close.
   */
  private void proceed(String id) throws IOException {
    Optional<Remediation> now = remediations.proceed(id);
    Optional<CodeCheck> updated =
        now.flatMap(Remediation::codeCheck)
            .filter(check -> check.state() == CodeCheck.State.UPDATED);
    if (updated.isPresent()) {
      Remediation accepted = now.orElseThrow();
      String scan = "%s %s".formatted(id, updated.get().at());
      rescans.rescan(
          new Work.Rescan(
              UUID.nameUUIDFromBytes(scan.getBytes(UTF_8)).toString(),
              accepted.stack(),
              accepted.requester(),
              accepted.origin()));
    }
  }

  private boolean isAllowed(Actor by, Origin origin) throws IOException {
    if (permissions.mayAsk(by, origin)) {
      replies.reply(origin, Mood.TAKEN, "");
      return true;
    }
    replies.reply(origin, Mood.REFUSED, ReplyText.notAllowed(by));
    return false;
  }

  private void reply(Origin origin, Remediations.Reply reply) {
    switch (reply) {
      case Remediations.Reply.Done done ->
          replies.reply(origin, Mood.DONE, ReplyText.done(done.remediation(), done.next()));
      case Remediations.Reply.Refused(String why, String action) ->
          replies.reply(origin, Mood.REFUSED, ReplyText.refused(why, action));
    }
  }

  private void status(String stack, Origin origin) throws IOException {
    Optional<StackRecord> record = stacks.find(stack);
    if (record.isEmpty()) {
      replies.reply(
          origin,
          Mood.REFUSED,
          ReplyText.refused("The stack was not scanned yet.", "Scan it with /plumbline rescan."));
      return;
    }
    replies.reply(
        origin,
        Mood.DONE,
        ReplyText.status(record.get(), remediations.of(stack, 1).stream().findFirst()));
  }

  private void rescan(Work.Rescan work) throws IOException {
    if (!isAllowed(work.by(), work.origin())) {
      return;
    }
    StackReport report = rescans.rescan(work);
    note(work.stack(), work.by(), "scanned", work.scanId());
    Mood mood = report.status() == StackStatus.SCANNED ? Mood.DONE : Mood.FAILED;
    replies.reply(work.origin(), mood, ReplyText.scanned(report));
  }

  private void ignore(Work.Ignore work) throws IOException {
    if (!isAllowed(work.by(), work.origin())) {
      return;
    }
    Optional<String> against = against(work);
    if (against.isPresent()) {
      replies.reply(work.origin(), Mood.REFUSED, against.get());
      return;
    }
    IgnoreProposals.Proposal proposal = proposals.propose(work);
    if (proposal instanceof IgnoreProposals.Proposal.Opened(String url)) {
      note(work.stack(), work.by(), "ignore proposed", url);
    }
    boolean refused = proposal instanceof IgnoreProposals.Proposal.Refused;
    replies.reply(work.origin(), refused ? Mood.REFUSED : Mood.DONE, ReplyText.proposed(proposal));
  }

  /** A rule for what never drifted is a misspelt one. */
  private Optional<String> against(Work.Ignore work) throws IOException {
    if (work.until().isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      return Optional.of(
          ReplyText.refused(work.until() + " is over.", "Name the last day the rule is to hold."));
    }
    Glob address = new Glob(work.address());
    boolean known =
        stacks.findings(work.stack()).stream()
            .anyMatch(finding -> address.matches(finding.address()));
    return known
        ? Optional.empty()
        : Optional.of(
            ReplyText.refused(
                "Nothing of the address %s has drifted in this stack.".formatted(work.address()),
                "Write the address as the issue's table has it."));
  }

  private void note(String stack, Actor by, String action, String subject) throws IOException {
    audit.add(new AuditTrail.Entry(stack, clock.instant(), by, action, subject, ""));
  }
}
