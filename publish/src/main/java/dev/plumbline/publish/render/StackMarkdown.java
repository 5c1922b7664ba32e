package dev.plumbline.publish.render;

import static dev.plumbline.publish.escape.Markdown.code;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One stack's part of the markdown report. Used once, by one thread. */
final class StackMarkdown {

  private static final int NAME = 250;
  private static final int SENTENCE = 600;
  private static final int DIFF_LINES = 150;

  private final Findings findings;
  private final StackReport stack;
  private final int listRoom;
  private final String head;
  private final String tail;
  private final List<Finding> rows;
  private final Columns columns;

  /**
   * @param listRoom how many characters each list of what is no drift may take, so that none crowds
   *     out the drift
   */
  StackMarkdown(StackReport stack, RenderOptions options, int listRoom, Columns columns) {
    this.listRoom = listRoom;
    this.columns = columns;
    this.findings = Findings.of(stack);
    this.stack = stack;
    this.rows =
        findings.drift().stream().map(drift -> new Finding(drift, options, columns)).toList();
    this.head = head();
    this.tail = tail(options);
  }

  /** One drifted resource: a row of the table and a folded diff, each shown if there is room. */
  static final class Finding {
    private final Severity severity;
    private final String row;
    private final String diff;
    private boolean rowShown;
    private boolean diffShown;

    Finding(ResourceReport resource, RenderOptions options, Columns columns) {
      this.severity = Findings.severity(resource);
      this.row = columns.row(resource);
      this.diff = folded(code(resource.address(), NAME) + " " + severity, fence(resource, options));
    }

    Severity severity() {
      return severity;
    }

    String row() {
      return row;
    }

    String diff() {
      return diff;
    }

    void showRow() {
      rowShown = true;
    }

    void showDiff() {
      diffShown = true;
    }

    private static String fence(ResourceReport resource, RenderOptions options) {
      List<DiffLine> lines = ResourceDiff.of(resource, options.width());
      String shown =
          lines.stream()
              .limit(DIFF_LINES)
              .map(line -> line.fenced().stripTrailing() + "\n")
              .collect(Collectors.joining());
      int more = lines.size() - DIFF_LINES;
      String evidence =
          resource.reason().isEmpty() ? "" : code(resource.reason(), SENTENCE) + "\n\n";
      return evidence
          + Markdown.fence(
              "diff", shown + (more > 0 ? "  … %,d more lines%n".formatted(more) : ""));
    }
  }

  List<Finding> findings() {
    return rows;
  }

  int fixedLength() {
    return head.length() + tail.length() + 100;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(head);
    if (rows.stream().anyMatch(row -> row.rowShown)) {
      out.append(columns.head());
      rows.stream().filter(row -> row.rowShown).forEach(row -> out.append(row.row));
      out.append('\n');
    }
    rows.stream().filter(row -> row.diffShown).forEach(row -> out.append(row.diff));
    return out.append(tail).toString();
  }

  private String head() {
    String environment =
        stack.environment().isEmpty() ? "" : " (" + code(stack.environment(), NAME) + ")";
    String title = "### %s%s\n\n".formatted(code(stack.stack(), NAME), environment);
    return switch (stack.status()) {
      case SCANNED -> title + verdict();
      case DEFERRED -> title + "**Deferred**, nothing is said of its drift. " + problem();
      case FAILED -> title + "**Could not be scanned**, nothing is said of its drift. " + problem();
    };
  }

  private String problem() {
    return stack.error().isEmpty() ? "\n\n" : code(Phrases.problem(stack), SENTENCE) + "\n\n";
  }

  private String verdict() {
    String worst =
        findings.worst().map(severity -> ", the most severe **" + severity + "**").orElse("");
    String unread = findings.fullyRead() ? "" : " in what could be read";
    return "**%s**%s%s. %s; %s.\n\n"
        .formatted(
            sentence(Phrases.drift(stack.summary())),
            findings.drift().isEmpty() ? unread : "",
            worst,
            Phrases.managed(stack.summary()),
            Phrases.coverage(stack.summary()));
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private String tail(RenderOptions options) {
    if (stack.status() != StackStatus.SCANNED) {
      return notes();
    }
    return section(
            "resource",
            " in the account and in no state",
            stack.unmanaged(),
            each -> code(each.type() + " " + each.id(), NAME))
        + groups("could not be read", Status.UNREADABLE, ResourceReport::reason)
        + groups("of a type without a reader", Status.UNSUPPORTED, ResourceReport::type)
        + groups("ignored by rule", Status.IGNORED, ResourceReport::reason)
        + (options.all() ? groups("in sync", Status.IN_SYNC, ResourceReport::type) : "")
        + notes();
  }

  private String notes() {
    return section("note", "", stack.notes(), note -> code(note, SENTENCE));
  }

  private String groups(String what, Status status, Function<ResourceReport, String> key) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<String>> group : findings.grouped(status, key).entrySet()) {
      int count = group.getValue().size();
      String names =
          group.getValue().stream()
              .limit(5)
              .map(address -> code(address, NAME))
              .collect(Collectors.joining(", "));
      String more = count > 5 ? " and " + (count - 5) + " more" : "";
      lines.add(code(group.getKey(), SENTENCE) + ": " + names + more);
    }
    return list(Phrases.count(findings.with(status).size(), "resource") + " " + what, lines);
  }

  private <T> String section(String noun, String what, List<T> all, Function<T, String> line) {
    return list(Phrases.count(all.size(), noun) + what, all.stream().map(line).toList());
  }

  private String list(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    StringBuilder shown = new StringBuilder();
    int count = 0;
    while (count < lines.size() && shown.length() + lines.get(count).length() <= listRoom) {
      shown.append("- ").append(lines.get(count++)).append('\n');
    }
    int more = lines.size() - count;
    return folded(title, shown + (more > 0 ? "- and %,d more%n".formatted(more) : ""));
  }

  private static String folded(String title, String content) {
    return "<details><summary>%s</summary>\n\n%s\n</details>\n\n".formatted(title, content);
  }
}
