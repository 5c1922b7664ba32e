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
  private final StringBuilder out = new StringBuilder();

  StackText(StackReport stack, RenderOptions options) {
    this.findings = Findings.of(stack);
    this.stack = stack;
    this.options = options;
    this.paint = new Paint(options.colour());
    write();
  }

  static String safe(String data) {
    return Plain.line(data, 1000);
  }

  @Override
  public String toString() {
    return out.toString();
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
    section("Notes", stack.notes().stream().map(StackText::safe).toList());
    if (stack.status() == StackStatus.SCANNED) {
      summary();
    }
  }

  private void heading() {
    String environment =
        stack.environment().isEmpty() ? "" : "  (" + safe(stack.environment()) + ")";
    line(paint.bold(safe(stack.stack())) + environment);
    stack
        .state()
        .ifPresent(
            state ->
                line(
                    paint.faint(
                        "%s  serial %d, %s %s"
                            .formatted(
                                safe(state.uri()),
                                state.serial(),
                                safe(state.tool()),
                                safe(state.toolVersion())))));
    line("");
  }

  private void problem() {
    String verb = stack.status() == StackStatus.DEFERRED ? "was deferred" : "could not be scanned";
    line("  This stack %s. Nothing is said of its drift.".formatted(verb));
    stack
        .error()
        .ifPresent(
            error -> {
              wrapped("    ", "%s: %s".formatted(safe(error.code()), safe(error.message())));
              wrapped("    ", safe(error.action()));
            });
    line("");
  }

  private void resource(ResourceReport resource) {
    boolean gone = resource.status() == Status.DELETED;
    line(
        "  # %s has %s%s"
            .formatted(
                paint.bold(safe(resource.address())),
                gone ? "been deleted" : "drifted",
                resource.severity().map(s -> "  (" + paint.severity(s) + ")").orElse("")));
    if (gone && !resource.reason().isEmpty()) {
      line("  # " + safe(resource.reason()));
    }
    ResourceDiff.of(resource, options.width())
        .forEach(diff -> line(diff.terminal(options.colour())));
    line("");
  }

  private void unmanaged() {
    List<Unmanaged> all = stack.unmanaged();
    int type = all.stream().mapToInt(each -> safe(each.type()).length()).max().orElse(0);
    int id = all.stream().mapToInt(each -> safe(each.id()).length()).max().orElse(0);
    section(
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
      section(
          "In sync",
          findings.with(Status.IN_SYNC).stream().map(each -> safe(each.address())).toList());
    }
  }

  private void ignored() {
    section("Ignored by rule", counts(Status.IGNORED, true));
  }

  private void unsupported() {
    section("No reader for the type yet", counts(Status.UNSUPPORTED, false));
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
    section("Could not be read, so nothing is said of it", lines);
  }

  private void summary() {
    if (findings.drift().isEmpty()) {
      line(
          findings.fullyRead()
              ? paint.green("  No drift: what runs is what the state says.")
              : "  No drift in what could be read.");
    }
    String worst = findings.worst().map(s -> ", worst " + paint.severity(s)).orElse("");
    line("  %s%s".formatted(paint.bold(Phrases.drift(stack.summary())), worst));
    line("  " + Phrases.managed(stack.summary()));
    line("  " + Phrases.coverage(stack.summary()));
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("  " + title + ":");
      lines.forEach(each -> wrapped("    ", each));
      line("");
    }
  }

  /** Breaks a long sentence at spaces; a word is never broken. */
  private void wrapped(String indent, String text) {
    String lead = text.substring(0, text.length() - text.stripLeading().length());
    StringBuilder row = new StringBuilder(indent).append(lead);
    boolean fresh = true;
    for (String word : text.strip().split(" ", -1)) {
      if (!fresh && row.length() + 1 + word.length() > options.width()) {
        line(row.toString());
        row = new StringBuilder(indent).append(lead).append("  ");
        fresh = true;
      }
      row.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    line(row.toString());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
