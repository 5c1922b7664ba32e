package dev.plumbline.publish.html;

import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.publish.Findings;
import java.io.IOException;
import java.util.List;

/** The stacks of a report, a row each. */
final class StackTable {

  static final String ID = "stacks";

  private StackTable() {}

  static void write(Markup page, List<StackReport> stacks) throws IOException {
    page.open(Tag.SECTION, Attr.Name.LABELLED_BY.of(ID));
    page.element(Tag.H2, "Stacks", Attr.id(ID));
    page.open(Tag.TABLE, Attr.css("overview"));
    Tables.head(page, "Stack", "Scan", "Worst", "Drift", "Unreadable", "Managed", "Coverage");
    page.open(Tag.TBODY);
    int number = 0;
    for (StackReport stack : stacks) {
      row(page, stack, ++number);
    }
    page.close().close().close();
  }

  private static void row(Markup page, StackReport stack, int number) throws IOException {
    var summary = stack.summary();
    page.open(Tag.TR);
    page.open(Tag.TH, Attr.Name.SCOPE.of("row"));
    page.element(Tag.A, stack.stack(), Attr.to(StackSection.id(number))).close();
    page.open(Tag.TD);
    Label.badge(page, Label.of(stack.status()));
    page.close().open(Tag.TD);
    var worst = Findings.of(stack).worst();
    if (worst.isPresent()) {
      Label.badge(page, Label.of(worst.get()));
    }
    page.close();
    if (stack.status() == StackStatus.SCANNED) {
      Tables.number(page, summary.drifted() + (long) summary.deleted());
      Tables.number(page, summary.unreadable());
      Tables.number(page, summary.managed());
      page.element(Tag.TD, Label.percent(summary.coverage()), Attr.css("number"));
    } else {
      for (int i = 0; i < 4; i++) {
        page.element(Tag.TD, "not known", Attr.css("number"));
      }
    }
    page.close();
  }
}
