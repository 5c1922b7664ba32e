package dev.plumbline.publish.html;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.Problem;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import java.io.IOException;
import java.util.List;

/** One stack's part of the page. */
final class StackSection {

  /** So many entries that are read are open from the start. */
  static final int OPEN = 20;

  private static final int MANY = 100;

  private final Markup page;
  private final StackReport stack;
  private final Findings findings;
  private final int number;
  private final boolean all;
  private final ResourceEntry entries;

  /**
   * @param number the stack's in the report, from 1
   * @param all whether resources in sync are listed
   * @param open whether what drifted is shown without being opened first
   */
  StackSection(Markup page, StackReport stack, int number, boolean all, boolean open) {
    this.page = page;
    this.stack = stack;
    this.findings = Findings.of(stack);
    this.number = number;
    this.all = all;
    this.entries = new ResourceEntry(page, open);
  }

  static String id(int number) {
    return "stack-" + number;
  }

  static String id(int number, int resource) {
    return "resource-%d-%d".formatted(number, resource);
  }

  void write(List<PastScan> earlier, ReportPath here) throws IOException {
    page.open(Tag.SECTION, Attr.css("stack"), Attr.Name.LABELLED_BY.of(id(number)));
    page.element(Tag.H2, stack.stack(), Attr.id(id(number)));
    facts();
    if (stack.status() == StackStatus.SCANNED) {
      drift();
      others();
      unmanaged();
    }
    notes();
    Timeline.write(page, earlier, here);
    page.close();
  }

  private void facts() throws IOException {
    if (stack.status() != StackStatus.SCANNED) {
      page.open(Tag.P, Attr.css("problem"));
      Label.badge(page, Label.of(stack.status()));
      page.text(" Nothing is said of its drift.").close();
      if (stack.error().isPresent()) {
        Problem problem = stack.error().get();
        page.open(Tag.P).code(problem.code());
        page.text(": %s %s".formatted(problem.message(), problem.action())).close();
      }
    } else {
      page.open(Tag.P).element(Tag.STRONG, Phrases.drift(stack.summary()));
      page.text(
          "; %s; %s."
              .formatted(Phrases.managed(stack.summary()), Phrases.coverage(stack.summary())));
      page.close();
    }
    if (stack.state().isPresent()) {
      var state = stack.state().get();
      page.open(Tag.P).text("State ").code(state.uri());
      page.text(
          ", serial %d, %s %s%s."
              .formatted(
                  state.serial(),
                  state.tool(),
                  state.toolVersion(),
                  stack.environment().isEmpty() ? "" : ", environment " + stack.environment()));
      page.close();
    }
  }

  private void drift() throws IOException {
    if (findings.drift().isEmpty()) {
      page.element(
          Tag.P,
          findings.fullyRead()
              ? "No drift: what runs is what the state says."
              : "No drift in what could be read.");
      return;
    }
    page.open(Tag.DIV, Attr.Name.GROUP.alone());
    page.element(Tag.H3, "Drift").open(Tag.UL, list(findings.drift().size()));
    int resource = 0;
    for (ResourceReport each : findings.drift()) {
      entries.drift(each, id(number, ++resource));
    }
    page.close().close();
  }

  private void others() throws IOException {
    group(Status.UNREADABLE, "Could not be read, so nothing is said of it", true);
    group(Status.UNSUPPORTED, "No reader for the type yet", false);
    group(Status.IGNORED, "Ignored by rule", true);
    if (all) {
      group(Status.IN_SYNC, "In sync", false);
    }
  }

  /** All of one status, folded where there are many. */
  private void group(Status status, String title, boolean reason) throws IOException {
    List<ResourceReport> resources = findings.with(status);
    if (resources.isEmpty()) {
      return;
    }
    boolean few = status == Status.UNREADABLE && resources.size() <= OPEN;
    page.open(Tag.DIV, Attr.Name.GROUP.alone());
    page.element(Tag.H3, title);
    page.open(Tag.DETAILS, few ? new Attr[] {Attr.Name.OPEN.alone()} : new Attr[0]);
    page.element(Tag.SUMMARY, Phrases.count(resources.size(), "resource"));
    page.open(Tag.UL, list(resources.size()));
    for (ResourceReport each : resources) {
      entries.line(each, reason);
    }
    page.close().close().close();
  }

  private void unmanaged() throws IOException {
    if (stack.unmanaged().isEmpty()) {
      return;
    }
    page.open(Tag.DIV, Attr.Name.GROUP.alone());
    page.element(Tag.H3, "In the account, in no state");
    page.open(Tag.DETAILS);
    page.element(Tag.SUMMARY, Phrases.count(stack.unmanaged().size(), "resource"));
    page.open(Tag.UL, list(stack.unmanaged().size()));
    for (Unmanaged each : stack.unmanaged()) {
      entries.unmanaged(each);
    }
    page.close().close().close();
  }

  /** A browser lays out what is far away in a long list only when it comes near. */
  private static Attr list(int size) {
    return Attr.css(size > MANY ? "entries many" : "entries");
  }

  private void notes() throws IOException {
    if (stack.notes().isEmpty()) {
      return;
    }
    page.element(Tag.H3, "Notes").open(Tag.UL);
    for (String note : stack.notes()) {
      page.element(Tag.LI, note);
    }
    page.close();
  }
}
