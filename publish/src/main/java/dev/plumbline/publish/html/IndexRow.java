package dev.plumbline.publish.html;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.html.Attr.Name;
import java.io.IOException;
import java.util.Optional;

/** One stack's row of the index. */
record IndexRow(Markup page, StackRecord stack) {

  void write(StackIndex.State state) throws IOException {
    page.open(
        Tag.TR,
        Name.ITEM.of("stack"),
        Name.STATUS.of(state.name()),
        Name.ENVIRONMENT.of(stack.environment()));
    page.open(Tag.TH, Name.SCOPE.of("row"));
    Optional<PastScan> latest =
        stack.scans().reversed().stream().filter(PastScan::kept).findFirst();
    if (latest.isPresent()) {
      ReportPath path = new ReportPath(latest.get().startedAt(), latest.get().id());
      page.element(Tag.A, stack.stack(), Attr.page(path.page()));
    } else {
      page.text(stack.stack());
    }
    page.close().element(Tag.TD, stack.environment()).open(Tag.TD);
    Label.time(page, stack.scannedAt());
    if (stack.status() != StackStatus.SCANNED) {
      page.text(" ");
      Label.badge(page, Label.of(stack.status()));
    }
    page.close();
    figures();
    page.close();
  }

  /** Of the last scan that read it; where none did, nothing is known. */
  private void figures() throws IOException {
    if (stack.status() != StackStatus.SCANNED && stack.fingerprint().isEmpty()) {
      page.element(Tag.TD, "not known").element(Tag.TD, "not known");
      return;
    }
    int drift = stack.summary().drifted() + stack.summary().deleted();
    page.open(Tag.TD, Attr.css("number")).text("%,d".formatted(drift));
    Trend.drift(page, stack.scans());
    page.close().open(Tag.TD, Attr.css("number"));
    page.text(Label.percent(stack.summary().coverage()));
    Trend.coverage(page, stack.scans());
    page.close();
  }
}
