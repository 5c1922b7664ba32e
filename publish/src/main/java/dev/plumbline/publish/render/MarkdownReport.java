package dev.plumbline.publish.render;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Markdown;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The report as GitHub-flavoured markdown, for an issue, a comment or a job summary: what a manager
 * needs first, then a table, then each diff folded. Never longer than its limit: the least severe
 * diffs are left out first, and how many is said.
 */
public final class MarkdownReport implements Render {

  /** What GitHub takes as an issue's or a comment's body. */
  public static final int GITHUB_LIMIT = 65_536;

  private static final int NOTE_ROOM = 400;
  private static final int URI = 1_500;

  private final int limit;

  /** For a body of at most {@link #GITHUB_LIMIT} characters. */
  public MarkdownReport() {
    this(GITHUB_LIMIT);
  }

  /** For a body of at most {@code limit} characters. */
  public MarkdownReport(int limit) {
    this.limit = limit;
  }

  @Override
  public void render(Report report, RenderOptions options, Writer out) throws IOException {
    int listRoom = Math.max(300, limit / 20 / Math.max(1, report.stacks().size()));
    List<StackMarkdown> stacks =
        report.stacks().stream()
            .map(stack -> new StackMarkdown(stack, options, listRoom, Columns.of(stack)))
            .toList();
    out.write(text(report, stacks, foot(report)));
    out.flush();
  }

  private String text(Report report, List<StackMarkdown> stacks, String foot) {
    String head = stacks.size() == 1 ? "" : headline(report);
    Omitted omitted = fit(stacks, limit - NOTE_ROOM - head.length() - foot.length());
    StringBuilder text = new StringBuilder(head);
    stacks.forEach(stack -> text.append(stack));
    return bounded(text, omitted.note(), foot);
  }

  /** How much was left out to stay under the limit. */
  private record Omitted(int rows, int diffs, Optional<Severity> worst) {
    String note() {
      if (diffs == 0) {
        return "";
      }
      String table = rows == 0 ? "" : ", and %s of the table".formatted(Phrases.count(rows, "row"));
      return "\n> **%s left out**%s to keep this short (the most severe of them: %s). %s\n"
          .formatted(
              Phrases.count(diffs, "diff"),
              table,
              worst.map(Severity::name).orElse(""),
              "The full report has them all.");
    }
  }

  /** Lets in rows, then diffs, the most severe of all stacks first, while there is room. */
  private static Omitted fit(List<StackMarkdown> stacks, int room) {
    int left = room - stacks.stream().mapToInt(StackMarkdown::fixedLength).sum();
    List<StackMarkdown.Finding> findings = new ArrayList<>();
    stacks.forEach(stack -> findings.addAll(stack.findings()));
    findings.sort(Comparator.comparing(StackMarkdown.Finding::severity, Comparator.reverseOrder()));
    int rows = 0;
    int forRows = left * 6 / 10;
    while (rows < findings.size() && findings.get(rows).row().length() <= forRows) {
      forRows -= findings.get(rows).row().length();
      left -= findings.get(rows).row().length();
      findings.get(rows++).showRow();
    }
    int diffs = 0;
    while (diffs < rows && findings.get(diffs).diff().length() <= left) {
      left -= findings.get(diffs).diff().length();
      findings.get(diffs++).showDiff();
    }
    return new Omitted(
        findings.size() - rows,
        findings.size() - diffs,
        findings.stream().skip(diffs).map(StackMarkdown.Finding::severity).findFirst());
  }

  /** Even a thousand stacks' headings stay under the limit: what follows is cut at a line. */
  private String bounded(StringBuilder text, String note, String foot) {
    int room = limit - note.length() - foot.length();
    if (text.length() <= room) {
      return text + note + foot;
    }
    String warning = "\n> The rest is left out to keep this short.\n";
    int end = text.lastIndexOf("\n", Math.max(0, room - warning.length() - 1));
    return text.substring(0, Math.max(0, end + 1)) + warning + note + foot;
  }

  private static String headline(Report report) {
    long drifted =
        report.stacks().stream().filter(stack -> !Findings.of(stack).drift().isEmpty()).count();
    var total = Phrases.total(report.stacks());
    return "## %s\n\n%s; %s; %s.\n\n"
        .formatted(
            drifted == 0
                ? "No drift in %s".formatted(Phrases.count(report.stacks().size(), "stack"))
                : "Drift in %d of %s"
                    .formatted(drifted, Phrases.count(report.stacks().size(), "stack")),
            Phrases.drift(total),
            Phrases.managed(total),
            Phrases.coverage(total));
  }

  private static String foot(Report report) {
    return "\n<sub>Scanned %s UTC with %s. Read-only: nothing was changed.</sub>\n"
        .formatted(
            report.finishedAt().toString().replace('T', ' ').substring(0, 16),
            Phrases.calls(report));
  }

  /** One stack's report as the body of its issue, with what is remembered of it. */
  public String of(Report report, StackReport stack, History history) {
    Report alone =
        new Report(
            report.scanId(),
            report.startedAt(),
            report.finishedAt(),
            report.apiCalls(),
            List.of(stack));
    int listRoom = Math.max(300, limit / 20);
    Columns columns = Columns.all(history.since());
    StackMarkdown text = new StackMarkdown(stack, RenderOptions.plain(), listRoom, columns);
    String uri = history.reportUri();
    String full = uri.isEmpty() ? "" : "\nThe full report: %s\n".formatted(Markdown.code(uri, URI));
    return text(alone, List.of(text), full + foot(alone));
  }
}
