package dev.plumbline.publish.html;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ServiceCoverage;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.publish.Phrases;
import dev.plumbline.publish.render.Render;
import dev.plumbline.publish.render.RenderOptions;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The report as one HTML page that needs nothing but itself: stacks, their resources, and the same
 * by attribute. All of it is in the document; the script only filters. Written as it goes.
 */
public final class HtmlReport implements Render {

  private final Shell shell = new Shell(Assets.shipped());
  private final Map<String, List<PastScan>> earlier;

  /** Without earlier scans. */
  public HtmlReport() {
    this(Map.of());
  }

  /**
   * @param earlier what is known of scans of each stack before this one, by the stack's name, the
   *     oldest first
   */
  public HtmlReport(Map<String, List<PastScan>> earlier) {
    this.earlier = Map.copyOf(earlier);
  }

  @Override
  public void render(Report report, RenderOptions options, Writer out) throws IOException {
    Markup page = new Markup(out);
    ReportPath path = new ReportPath(report.startedAt(), report.scanId());
    // Few enough to read are open from the start.
    long drift =
        report.stacks().stream()
            .flatMap(it -> it.resources().stream())
            .filter(Report.ResourceReport::drift)
            .count();
    shell.write(
        page,
        "Drift report, " + report.startedAt(),
        () -> header(page, report),
        () -> {
          Filters.report(page, report, options.all());
          StackTable.write(page, report.stacks());
          int number = 0;
          for (StackReport stack : report.stacks()) {
            new StackSection(page, stack, ++number, options.all(), drift <= StackSection.OPEN)
                .write(earlier.getOrDefault(stack.stack(), List.of()), path);
          }
          AttributeTable.write(page, report.stacks());
          coverage(page, report);
        });
  }

  private static void header(Markup page, Report report) throws IOException {
    page.open(Tag.HEADER);
    page.element(Tag.H1, "Drift report");
    page.open(Tag.P);
    page.text(Phrases.count(report.stacks().size(), "stack") + " scanned ");
    Label.time(page, report.startedAt());
    page.text(
        " in %.1f s with %s. Scan "
            .formatted(
                Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0,
                Phrases.count(
                    report.apiCalls().values().stream().mapToLong(Long::longValue).sum(),
                    "API call")));
    page.code(report.scanId()).text(".").close();
    var total = Phrases.total(report.stacks());
    page.open(Tag.P).element(Tag.STRONG, Phrases.drift(total));
    page.text("; " + Phrases.managed(total) + "; " + Phrases.coverage(total) + ".").close();
    page.in(
        Tag.NAV,
        () -> {
          page.element(Tag.A, "Stacks", Attr.to(StackTable.ID));
          page.element(Tag.A, "Resources", Attr.to(StackSection.id(1)));
          page.element(Tag.A, "Attributes", Attr.to(AttributeTable.ID));
        },
        Attr.Name.LABEL.of("Views"));
    page.close();
  }

  private static void coverage(Markup page, Report report) throws IOException {
    if (report.accountCoverage().isEmpty()) {
      return;
    }
    page.open(Tag.SECTION, Attr.Name.LABELLED_BY.of("accounts"));
    page.element(Tag.H2, "Managed in the account, by service", Attr.id("accounts"));
    page.open(Tag.TABLE);
    Tables.head(page, "Account", "Service", "Managed", "In no state", "Share");
    page.open(Tag.TBODY);
    for (ServiceCoverage each : report.accountCoverage()) {
      page.open(Tag.TR);
      page.open(Tag.TD).code(each.account()).close();
      page.open(Tag.TH, Attr.Name.SCOPE.of("row")).code(each.service()).close();
      Tables.number(page, each.managed());
      Tables.number(page, each.unmanaged());
      page.element(Tag.TD, Label.percent(each.coverage()), Attr.css("number")).close();
    }
    page.close().close().close();
  }
}
