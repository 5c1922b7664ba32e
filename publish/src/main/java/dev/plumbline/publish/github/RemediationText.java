package dev.plumbline.publish.github;

import static dev.plumbline.publish.escape.Markdown.code;

import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Markdown;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.github.RemediationNews.Accepted;
import dev.plumbline.publish.github.RemediationNews.Answer;
import dev.plumbline.publish.github.RemediationNews.CodeLine;
import dev.plumbline.publish.github.RemediationNews.Gap;
import dev.plumbline.publish.github.RemediationNews.PlanNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words what a remediation's step means for those who read the issue. */
final class RemediationText {

  private static final int NAME = 250;
  private static final int SENTENCE = 1_000;

  private final RemediationNews news;
  private final int most;

  private RemediationText(RemediationNews news, int most) {
    this.news = news;
    this.most = most;
  }

  /**
   * Shortened until it fits: first the plan's text, then the lists.
   *
   * @param limit how many characters it may have
   * @param plan how many of them the plan's own text may take
   */
  static String of(RemediationNews news, int limit, int plan) {
    for (int most = 30; most > 1; most /= 3) {
      String text = new RemediationText(news, most).text(plan * most / 30);
      if (text.length() <= limit) {
        return text;
      }
    }
    return new RemediationText(news, 1).text(0);
  }

  private String text(int plan) {
    return headline()
        + news.plan().map(each -> plan(each, plan)).orElse("")
        + outcome()
        + news.accepted().map(each -> accepted(each, plan)).orElse("");
  }

  private String headline() {
    String what =
        "%s%s, asked for by %s on %s"
            .formatted(
                news.answer() == Answer.ACCEPT
                    ? "Accepting the drift (the state is brought to reality)"
                    : "Reverting the drift (reality is brought to the code)",
                news.addresses().isEmpty() ? "" : ", only of " + codes(news.addresses()),
                code(news.requester(), NAME),
                minute(news.requestedAt()));
    return "**%s.** %s.\n\n".formatted(stage(), what);
  }

  private String stage() {
    return switch (news.stage()) {
      case REQUESTED -> "Asked for";
      case PLANNING -> "A plan is being made";
      case AWAITING_APPROVAL ->
          news.plan().filter(plan -> !plan.refusals().isEmpty()).isPresent()
              ? "The plan is refused"
              : "A plan waits for approval";
      case APPLYING -> "The plan is being applied";
      case VERIFYING -> "Applied; the stack is being read again";
      case DONE -> news.accepted().map(each -> done(each.gap())).orElse("Done");
      case FAILED -> "It failed";
      case REJECTED -> "It was rejected";
      case EXPIRED -> "It expired";
      case SUPERSEDED -> "Something newer took its place";
    };
  }

  private static String done(Gap gap) {
    return switch (gap) {
      case ASKED, UNKNOWN -> "Accepted";
      case DIFFERS -> "Accepted, code not updated";
    };
  }

  private String plan(PlanNews plan, int limit) {
    StringBuilder out = new StringBuilder();
    plan.refusals().forEach(why -> out.append("- refused: %s\n".formatted(code(why, SENTENCE))));
    if (awaits() && plan.refusals().isEmpty()) {
      out.append(
          "Plan %s. To let exactly this plan be applied, comment %s; to drop it, %s.\n"
              .formatted(
                  code(plan.token(), NAME),
                  code("/plumbline approve " + plan.token(), NAME),
                  code("/plumbline reject " + plan.token(), NAME)));
      if (!news.approvers().isEmpty()) {
        out.append("It may be approved by %s. ".formatted(code(news.approvers(), SENTENCE)));
      }
      out.append("It expires on %s.\n".formatted(minute(plan.expires())));
    }
    if (!news.approvals().isEmpty()) {
      out.append("Approved by %s.\n".formatted(codes(news.approvals())));
    }
    out.append(
        "\nMade from %s and serial %d of the state. %s\n\n"
            .formatted(
                plan.commit().isEmpty()
                    ? "the code at hand"
                    : "commit " + code(plan.commit(), NAME),
                plan.serial(),
                actions(plan)));
    return out.append(diff("The plan", plan.text(), limit)).toString();
  }

  private boolean awaits() {
    return news.stage() == RemediationNews.Stage.AWAITING_APPROVAL;
  }

  private String actions(PlanNews plan) {
    if (plan.actions().isEmpty()) {
      return "It changes nothing.";
    }
    String more =
        plan.actions().size() > most ? " and %,d more".formatted(plan.actions().size() - most) : "";
    return "It touches %s: %s%s."
        .formatted(
            Phrases.count(plan.actions().size(), "resource"),
            plan.actions().entrySet().stream()
                .limit(most)
                .map(RemediationText::action)
                .collect(Collectors.joining(", ")),
            more);
  }

  private static String action(Map.Entry<String, String> action) {
    return code(action.getKey(), NAME) + " (" + code(action.getValue(), NAME) + ")";
  }

  /** Every line is one of ours: what would steer a reader is escaped, and none closes the fence. */
  private static String diff(String title, String text, int limit) {
    if (text.isBlank()) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    List<String> all = text.lines().toList();
    int shown = 0;
    while (shown < all.size()) {
      String line = line(all.get(shown));
      if (lines.length() + line.length() > limit) {
        break;
      }
      lines.append(line);
      shown++;
    }
    if (shown < all.size()) {
      lines.append("  … %,d more lines\n".formatted(all.size() - shown));
    }
    return "<details><summary>%s</summary>\n\n%s\n</details>\n\n"
        .formatted(title, Markdown.fence("diff", lines.toString()));
  }

  /** Begins with a sign of a diff or with space, so that it cannot be taken for anything else. */
  private static String line(String data) {
    String line = Plain.line(data, SENTENCE).stripTrailing();
    return (line.isEmpty() || line.matches("[-+! ] .*") ? line : "  " + line) + "\n";
  }

  private String outcome() {
    String log =
        news.log().isEmpty() ? "" : "Its log: %s\n\n".formatted(code(news.log(), SENTENCE));
    return news.outcome().isEmpty() ? log : code(news.outcome(), SENTENCE) + "\n\n" + log;
  }

  private String accepted(Accepted accepted, int plan) {
    return switch (accepted.gap()) {
      case ASKED -> "Whether the code says the same is being asked.\n\n";
      case UNKNOWN ->
          "Whether the code says the same is not known%s. **If it does not, the next apply undoes what was accepted.**\n\n"
              .formatted(accepted.note().isEmpty() ? "" : ": " + code(accepted.note(), SENTENCE));
      case DIFFERS ->
          differs(accepted) + diff("What the next apply would do", accepted.text(), plan);
    };
  }

  private String differs(Accepted accepted) {
    String commit = accepted.commit().isEmpty() ? "" : " of " + code(accepted.commit(), NAME);
    StringBuilder out =
        new StringBuilder(
            "**The code%s still says otherwise: the next apply undoes what was accepted**, unless the code is changed first:\n\n"
                .formatted(commit));
    for (CodeLine line : accepted.lines().stream().limit(most).toList()) {
      String where = line.where().isEmpty() ? "" : " in " + code(line.where(), NAME);
      out.append(
          "- %s%s: %s\n".formatted(code(line.address(), NAME), where, code(line.text(), SENTENCE)));
    }
    int more = accepted.lines().size() - most;
    return out.append(more > 0 ? "- and %,d more\n\n".formatted(more) : "\n").toString();
  }

  private String codes(List<String> all) {
    String more = all.size() > most ? " and %,d more".formatted(all.size() - most) : "";
    return all.stream().limit(most).map(each -> code(each, NAME)).collect(Collectors.joining(", "))
        + more;
  }

  private static String minute(Instant at) {
    return at.toString().replace('T', ' ').substring(0, 16) + " UTC";
  }
}
