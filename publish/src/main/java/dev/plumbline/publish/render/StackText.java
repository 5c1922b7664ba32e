package dev.plumbline.publish.render;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.publish.Findings;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.escape.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One stack's part of the text report. Used once, by one thread. */
final class StackText {

  private static final int ADDRESSES_SHOWN = 5;

  private final Findings findings;
  private final StackReport stack;
  private final RenderOptions options;
  private final Paint paint;
  private final Page page;

  StackText(StackReport stack, RenderOptions options) {
    this.findings = Findings.of(stack);
    this.stack = stack;
    this.options = options;
    this.paint = new Paint(options.colour());
    this.page = new Page(options.width());
    write();
  }

  static String safe(String data) {
    return Plain.line(data, 1000);
  }

  @Override
  public String toString() {
    return page.toString();
  }

  private void write() {
    heading();
    if (stack.status() == StackStatus.SCANNED) {
      findings.drift().forEach(this::resource);
      unmanaged();
      inSync();
      ignored();
      unreadable();
      unsupported();
    } else {
      problem();
    }
    page.section("Notes", stack.notes().stream().map(StackText::safe).toList());
    if (stack.status() == StackStatus.SCANNED) {
      summary();
    }
  }

  private void heading() {
    String environment =
        stack.environment().isEmpty() ? "" : "  (" + safe(stack.environment()) + ")";
    page.line(paint.bold(safe(stack.stack())) + environment);
    stack
        .state()
        .ifPresent(
            state ->
                page.line(
                    paint.faint(
                        "%s  serial %d, %s %s"
                            .formatted(
                                safe(state.uri()),
                                state.serial(),
                                safe(state.tool()),
                                safe(state.toolVersion())))));
    page.line("");
  }

  private void problem() {
    String verb = stack.status() == StackStatus.DEFERRED ? "was deferred" : "could not be scanned";
    page.line("  This stack %s. Nothing is said of its drift.".formatted(verb));
    stack
        .error()
        .ifPresent(
            error -> {
              page.wrapped("    ", "%s: %s".formatted(safe(error.code()), safe(error.message())));
              page.wrapped("    ", safe(error.action()));
            });
    page.line("");
  }

  private void resource(ResourceReport resource) {
    boolean gone = resource.status() == Status.DELETED;
    page.line(
        "  # %s has %s%s"
            .formatted(
                paint.bold(safe(resource.address())),
                gone ? "been deleted" : "drifted",
                resource.severity().map(s -> "  (" + paint.severity(s) + ")").orElse("")));
    if (gone && !resource.reason().isEmpty()) {
      page.line("  # " + safe(resource.reason()));
    }
    ResourceDiff.of(resource, options.width())
        .forEach(diff -> page.line(diff.terminal(options.colour())));
    page.line("");
  }

  private void unmanaged() {
    List<Unmanaged> all = stack.unmanaged();
    int type = all.stream().mapToInt(each -> safe(each.type()).length()).max().orElse(0);
    int id = all.stream().mapToInt(each -> safe(each.id()).length()).max().orElse(0);
    page.section(
        "In the account, in no state",
        all.stream()
            .map(
                each ->
                    (pad(safe(each.type()), type)
                            + "  "
                            + pad(safe(each.id()), Math.min(id, 60))
                            + "  "
                            + safe(each.account())
                            + " "
                            + safe(each.region()))
                        .stripTrailing())
            .toList());
  }

  private void inSync() {
    if (options.all()) {
      page.section(
          "In sync",
          findings.with(Status.IN_SYNC).stream().map(each -> safe(each.address())).toList());
    }
  }

  private void ignored() {
    page.section("Ignored by rule", counts(Status.IGNORED, true));
  }

  private void unsupported() {
    page.section("No reader for the type yet", counts(Status.UNSUPPORTED, false));
  }

  private List<String> counts(Status status, boolean byReason) {
    return findings
        .grouped(status, resource -> byReason ? resource.reason() : resource.type())
        .entrySet()
        .stream()
        .map(group -> "%4d  %s".formatted(group.getValue().size(), safe(group.getKey())))
        .toList();
  }

  private void unreadable() {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<String>> group :
        findings.grouped(Status.UNREADABLE, ResourceReport::reason).entrySet()) {
      lines.add(safe(group.getKey()));
      List<String> addresses = group.getValue();
      addresses.stream().limit(ADDRESSES_SHOWN).forEach(each -> lines.add("    " + safe(each)));
      if (addresses.size() > ADDRESSES_SHOWN) {
        lines.add("    and %d more".formatted(addresses.size() - ADDRESSES_SHOWN));
      }
    }
    page.section("Could not be read, so nothing is said of it", lines);
  }

  private void summary() {
    if (findings.drift().isEmpty()) {
      page.line(
          findings.fullyRead()
              ? paint.green("  No drift: what runs is what the state says.")
              : "  No drift in what could be read.");
    }
    String worst = findings.worst().map(s -> ", worst " + paint.severity(s)).orElse("");
    page.line("  %s%s".formatted(paint.bold(Phrases.drift(stack.summary())), worst));
    page.line("  " + Phrases.managed(stack.summary()));
    page.line("  " + Phrases.coverage(stack.summary()));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
