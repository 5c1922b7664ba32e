package dev.plumbline.publish.github;

import static dev.plumbline.publish.escape.Markdown.code;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.config.Publish;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.render.MarkdownReport;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The visible part of a stack's issue, in the order in which people need it: what happened, whose
 * it is, what is being done about it, each resource, what can be done.
 *
 * @param report the scan
 * @param stack the stack's part of it
 * @param background what else is known
 */
record IssueBody(Report report, StackReport stack, Background background) {

  private static final int NAME = 250;

  /** GitHub notifies so many at most, and a longer list crowds out the drift. */
  private static final int MOST_MENTIONS = 10;

  private static final String COMMANDS =
      """

      <details><summary>What can be done here</summary>

      Comment with one of these, at the start of the comment:

      | Comment | What it does |
      | --- | --- |
      | <code>/plumbline help</code> | says what can be done |
      | <code>/plumbline rescan</code> | reads this stack again |
      | <code>/plumbline accept</code> | plans to bring the state to reality; addresses behind it restrict it to them |
      | <code>/plumbline revert</code> | plans to bring reality to the code; addresses behind it restrict it to them |
      | <code>/plumbline approve PLAN</code> | lets exactly that plan be applied |
      | <code>/plumbline reject PLAN</code> | drops it |
      | <code>/plumbline ignore ADDRESS.ATTRIBUTE until DATE because REASON</code> | proposes an ignore rule; without the attribute, for the whole resource |

      </details>
      """;

  private static final String FOOT =
      "\n<sub>Kept by Plumbline: edits to this text are overwritten. It closes when the drift is gone."
          + " Close it to take this very drift as known: it stays quiet until the drift changes.</sub>\n";

  /** The body of that many characters at most. */
  String text(int limit) {
    String head = summary() + mentions() + RemediationSection.of(background.remediation());
    String tail = (background.commands() ? COMMANDS : "") + FOOT;
    int room = limit - head.length() - tail.length();
    return head + new MarkdownReport(room).of(report, stack, background.history()) + tail;
  }

  /** One or two sentences for somebody who does not know what a state is. */
  private String summary() {
    Findings findings = Findings.of(stack);
    String name = code(stack.stack(), NAME);
    if (findings.drift().isEmpty()) {
      String hold =
          background.hold().isEmpty() ? "" : " What was accepted may not be in the code yet.";
      String read = findings.fullyRead() ? "" : ", as far as it could be read";
      return "Everything in %s is as its state says%s.%s\n\n".formatted(name, read, hold);
    }
    int count = findings.drift().size();
    ResourceReport worst = findings.drift().getFirst();
    return "%s of %s %s not as the code says: somebody or something changed %s outside of it. The most severe is **%s**: %s (%s).\n\n"
        .formatted(
            Phrases.count(count, "resource"),
            name,
            count == 1 ? "is" : "are",
            count == 1 ? "it" : "them",
            Findings.severity(worst).name().toLowerCase(Locale.ROOT),
            code(worst.address(), NAME),
            code(Phrases.what(worst), NAME));
  }

  /** From the configuration alone: a mention in data is text. */
  private String mentions() {
    List<ResourceReport> drift = Findings.of(stack).drift();
    Set<String> mentions =
        background.owners().stream()
            .filter(
                owner -> drift.stream().anyMatch(each -> owner.address().matches(each.address())))
            .map(Publish.Owner::mention)
            .limit(MOST_MENTIONS)
            .collect(Collectors.toCollection(TreeSet::new));
    return mentions.isEmpty() ? "" : "Whose it is: %s\n\n".formatted(String.join(", ", mentions));
  }
}
