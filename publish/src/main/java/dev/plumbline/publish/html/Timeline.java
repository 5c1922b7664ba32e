package dev.plumbline.publish.html;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.PastScan;
import java.io.IOException;
import java.util.List;

/** Earlier scans of a stack, the latest first, each with its page. */
final class Timeline {

  private Timeline() {}

  static void write(Markup page, List<PastScan> scans, ReportPath here) throws IOException {
    List<PastScan> earlier =
        scans.stream()
            .filter(each -> !each.id().equals(here.scanId()))
            .filter(each -> !each.startedAt().isAfter(here.startedAt()))
            .toList();
    if (earlier.isEmpty()) {
      return;
    }
    page.element(Tag.H3, "Earlier scans");
    Trend.drift(page, earlier);
    page.open(Tag.TABLE, Attr.css("timeline"));
    Tables.head(page, "Scan", "How it ended", "Drift", "Unreadable", "Coverage");
    page.open(Tag.TBODY);
    for (PastScan scan : earlier.reversed()) {
      row(page, scan);
    }
    page.close().close();
  }

  private static void row(Markup page, PastScan scan) throws IOException {
    page.open(Tag.TR).open(Tag.TH, Attr.Name.SCOPE.of("row"));
    if (scan.kept()) {
      String path = new ReportPath(scan.startedAt(), scan.id()).page();
      page.open(Tag.A, Attr.page(ReportPath.UP + path));
      Label.time(page, scan.startedAt());
      page.close();
    } else {
      Label.time(page, scan.startedAt());
    }
    page.close().open(Tag.TD);
    Label.badge(page, Label.of(scan.status()));
    page.close();
    if (scan.status() == StackStatus.SCANNED) {
      Tables.number(page, scan.drift());
      Tables.number(page, scan.unreadable());
      page.element(Tag.TD, Label.percent(scan.coverage()), Attr.css("number"));
    } else {
      for (int i = 0; i < 3; i++) {
        page.element(Tag.TD, "not known", Attr.css("number"));
      }
    }
    page.close();
  }
}
