package dev.plumbline.publish.html;

import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.publish.html.Attr.Name;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** What the script filters by; hidden until it runs. */
final class Filters {

  private Filters() {}

  static void report(Markup page, Report report, boolean all) throws IOException {
    Set<Status> statuses = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    boolean unmanaged = false;
    for (StackReport stack : report.stacks()) {
      for (ResourceReport each : stack.resources()) {
        if (all || each.status() != Status.IN_SYNC) {
          statuses.add(each.status());
          types.add(each.type());
        }
      }
      stack.unmanaged().stream().map(Unmanaged::type).forEach(types::add);
      unmanaged |= !stack.unmanaged().isEmpty();
    }
    SequencedMap<String, String> words = new LinkedHashMap<>();
    statuses.forEach(status -> words.put(status.name(), Label.of(status)));
    if (unmanaged) {
      words.put(ResourceEntry.UNMANAGED, "unmanaged");
    }
    SequencedMap<String, String> severities = new LinkedHashMap<>();
    Arrays.stream(Severity.values())
        .sorted(Comparator.reverseOrder())
        .forEach(severity -> severities.put(severity.name(), Label.of(severity)));
    open(page);
    choice(page, "status", "Status", words);
    choice(page, "severity", "Severity", severities);
    choice(page, "type", "Type", same(types));
    close(page);
  }

  static void index(Markup page, SequencedMap<String, String> statuses, Set<String> environments)
      throws IOException {
    open(page);
    choice(page, "status", "Status", statuses);
    if (!environments.isEmpty()) {
      choice(page, "environment", "Environment", same(environments));
    }
    close(page);
  }

  private static SequencedMap<String, String> same(Set<String> words) {
    SequencedMap<String, String> same = new LinkedHashMap<>();
    words.forEach(word -> same.put(word, word));
    return same;
  }

  private static void open(Markup page) throws IOException {
    page.open(
        Tag.FORM,
        Attr.css("filters"),
        Name.ROLE.of("search"),
        Name.LABEL.of("Filter"),
        Name.FILTER.alone(),
        Name.HIDDEN.alone());
  }

  private static void close(Markup page) throws IOException {
    page.open(Tag.LABEL).element(Tag.SPAN, "Text").text(" ");
    page.open(Tag.INPUT, Name.TYPE.of("search"), Name.NAME.of("text"), Name.AUTOCOMPLETE.of("off"));
    page.close();
    page.element(Tag.BUTTON, "Show all", Name.TYPE.of("reset"));
    page.open(Tag.OUTPUT, Name.ROLE.of("status")).close().close();
  }

  private static void choice(
      Markup page, String name, String label, SequencedMap<String, String> options)
      throws IOException {
    page.open(Tag.LABEL).element(Tag.SPAN, label).text(" ");
    page.open(Tag.SELECT, Name.NAME.of(name));
    page.element(Tag.OPTION, "any", Name.VALUE.of(""));
    for (var option : options.entrySet()) {
      page.element(Tag.OPTION, option.getValue(), Name.VALUE.of(option.getKey()));
    }
    page.close().close();
  }
}
