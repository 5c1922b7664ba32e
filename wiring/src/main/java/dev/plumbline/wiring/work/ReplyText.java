package dev.plumbline.wiring.work;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Markdown;
import dev.plumbline.remediation.Phase;
import dev.plumbline.remediation.Plan;
import dev.plumbline.remediation.Remediation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What the clerk says, as markdown in which all data stands as code. No line of it is a command.
 */
final class ReplyText {

  private static final int DATA = 1_000;
  private static final int NAME = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String COMMANDS =
      """
      | Say, at the start of a line | and this happens | who may |
      | --- | --- | --- |
      | `/plumbline status` | how the stack stands | everybody |
      | `/plumbline rescan` | the stack is scanned now | write access |
      | `/plumbline accept [ADDRESS…] [--dry-run]` | a plan that brings the state to reality | write access |
      | `/plumbline revert [ADDRESS…] [--include-changes] [--dry-run]` | a plan that brings reality to the code | write access |
      | `/plumbline approve PLAN` | exactly that plan is applied | as the stack's `approval` says |
      | `/plumbline reject PLAN [because …]` | that plan is dropped | write access |
      | `/plumbline ignore ADDRESS[.ATTRIBUTE] until DATE because REASON` | a pull request with an ignore rule | write access |
      """;

  private ReplyText() {}

  /**
   * @param why what was wrong, "" where nothing was
   */
  static String help(String why) {
    return why.isEmpty() ? COMMANDS : data(why) + "\n\n" + COMMANDS;
  }

  static String notAllowed(Actor by) {
    return "Sorry, %s: this needs write access to the repository. Ask somebody who has it to say it."
        .formatted(Markdown.code(by.id(), NAME));
  }

  static String refused(String why, String action) {
    return "Not done: %s\n\n%s".formatted(data(why), data(action));
  }

  static String gaveUp() {
    return "This could not be done, and is not tried again: something Plumbline needs does not answer."
        + " Its log says what. Say it once more when that is put right.";
  }

  static String done(Remediation remediation, String next) {
    return "%s of this stack's drift, %s: %s."
            .formatted(
                switch (remediation.answer()) {
                  case ACCEPT -> "Accepting";
                  case REVERT -> "Reverting";
                },
                Markdown.code(remediation.id(), NAME),
                phase(remediation.phase()))
        + (next.isEmpty() ? "" : "\n\nNext: " + data(next));
  }

  static String scanned(StackReport report) {
    return report.status() == StackStatus.SCANNED
        ? "Scanned: %s; %s."
            .formatted(Phrases.drift(report.summary()), Phrases.coverage(report.summary()))
        : "Not scanned: " + data(Phrases.problem(report));
  }

  static String status(StackRecord stack, Optional<Remediation> last) {
    String now =
        "%s: %s; %s. Last scanned %s."
            .formatted(
                Markdown.code(stack.stack(), NAME),
                Phrases.drift(stack.summary()),
                Phrases.coverage(stack.summary()),
                TIME.format(stack.scannedAt()));
    String failed =
        switch (stack.status()) {
          case SCANNED -> "";
          case DEFERRED -> " That scan was deferred, so these are the counts of the one before.";
          case FAILED -> " That scan failed, so these are the counts of the one before.";
        };
    return now + failed + last.map(each -> "\n\n" + remediation(each)).orElse("");
  }

  private static String remediation(Remediation last) {
    String text =
        "Last remediation %s, %s by %s: %s."
            .formatted(
                Markdown.code(last.id(), NAME),
                last.answer().name().toLowerCase(Locale.ROOT),
                Markdown.code(last.requester().toString(), NAME),
                phase(last.phase()));
    String why = last.outcome().isEmpty() ? "" : " " + data(last.outcome());
    Optional<Plan> waiting = last.plan().filter(_ -> last.phase() == Phase.AWAITING_APPROVAL);
    return text
        + why
        + waiting
            .map(plan -> "\n\nIts plan is " + Markdown.code(plan.token(last.id()), NAME) + ".")
            .orElse("");
  }

  static String proposed(IgnoreProposals.Proposal proposal) {
    return switch (proposal) {
      case IgnoreProposals.Proposal.Opened(String url) ->
          "Proposed in %s. The rule holds when that is merged and the configuration deployed."
              .formatted(link(url));
      case IgnoreProposals.Proposal.Open(String url) ->
          "That was proposed before, and waits in %s.".formatted(link(url));
      case IgnoreProposals.Proposal.Present() ->
          "The configuration has that rule already. It holds from the next scan after it is deployed.";
      case IgnoreProposals.Proposal.Refused(String why, String action) -> refused(why, action);
    };
  }

  /** What GitHub gives as a pull request's address, and nothing else, becomes a link. */
  private static String link(String url) {
    return url.matches("https?://[\\w.:-]+(/[\\w.-]+)+") ? url : Markdown.code(url, NAME);
  }

  private static String phase(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String data(String text) {
    return Markdown.code(text, DATA);
  }
}
