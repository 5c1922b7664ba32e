package dev.plumbline.publish.github;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Markdown;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.MarkdownReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words an issue: title, body with its hidden marker, labels.
 *
 * @param key signs the marker
 * @param labels labels of the configuration that every issue gets
 */
record IssueText(MarkerKey key, List<String> labels) {

  /** How the labels of severities start; an issue has one of them. */
  static final String SEVERITY = "drift/";

  private static final int TITLE = 200;
  private static final int LABEL = 50;

  IssueText {
    labels = List.copyOf(labels);
  }

  Draft stack(Report report, StackReport stack, Background background, Memory memory) {
    String marker =
        new Marker(Marker.Kind.STACK, Marker.identity(stack.stack()), memory).lines(key) + "\n";
    String body =
        new IssueBody(report, stack, background)
            .text(MarkdownReport.GITHUB_LIMIT - marker.length());
    return new Draft(title(stack, background), marker + body, labels(stack));
  }

  private static String title(StackReport stack, Background background) {
    String name = Plain.message(stack.stack(), TITLE / 2);
    String title =
        Findings.of(stack).drift().isEmpty()
            ? withoutDrift(stack, background) + name
            : "Drift in %s: %s".formatted(name, Phrases.drift(stack.summary()));
    String plain = title.replace('`', '\'');
    return plain.length() <= TITLE ? plain : plain.substring(0, TITLE);
  }

  private static String withoutDrift(StackReport stack, Background background) {
    boolean differs =
        background
            .remediation()
            .flatMap(RemediationNews::accepted)
            .filter(accepted -> accepted.gap() == RemediationNews.Gap.DIFFERS)
            .isPresent();
    if (differs) {
      return "Accepted, code not updated: ";
    }
    return Findings.of(stack).fullyRead() ? "No drift in " : "No drift in what could be read of ";
  }

  private List<String> labels(StackReport stack) {
    List<String> all = new ArrayList<>(common());
    all.add(label("stack/" + stack.stack()));
    Findings.of(stack)
        .worst()
        .ifPresent(worst -> all.add(SEVERITY + worst.name().toLowerCase(Locale.ROOT)));
    return all;
  }

  private List<String> common() {
    List<String> all = new ArrayList<>(List.of(IssueTracker.LABEL));
    labels.stream().map(IssueText::label).filter(label -> !all.contains(label)).forEach(all::add);
    return all;
  }

  /** A label's name has 50 characters at most; a comma would part it in a query. */
  private static String label(String name) {
    String safe = Plain.line(name).replace(',', ' ').strip();
    return safe.length() <= LABEL ? safe : safe.substring(0, LABEL - 1) + "…";
  }

  Draft summary(List<String> rows, Memory memory) {
    String marker = new Marker(Marker.Kind.SUMMARY, "", memory).lines(key);
    StringBuilder body = new StringBuilder(marker);
    body.append("\n**").append(Phrases.count(rows.size(), "stack"));
    body.append(
        "** with drift and no issue of their own yet: a run opens only so many new ones.\n\n");
    body.append("| Stack | Drift |\n| --- | --- |\n");
    int left = MarkdownReport.GITHUB_LIMIT - body.length() - 200;
    int shown = 0;
    while (shown < rows.size() && rows.get(shown).length() <= left) {
      left -= rows.get(shown).length();
      body.append(rows.get(shown++));
    }
    if (shown < rows.size()) {
      body.append("\nand %,d more\n".formatted(rows.size() - shown));
    }
    String title = "Drift in %s more".formatted(Phrases.count(rows.size(), "stack"));
    return new Draft(title, body.toString(), common());
  }

  /** A row of the summary's table. */
  static String row(StackReport stack) {
    String worst = Findings.of(stack).worst().map(severity -> ", " + severity).orElse("");
    return row(stack.stack(), Phrases.drift(stack.summary()) + worst);
  }

  static String row(String stack, String what) {
    return "| %s | %s |\n".formatted(Markdown.code(stack, 200), what);
  }
}
