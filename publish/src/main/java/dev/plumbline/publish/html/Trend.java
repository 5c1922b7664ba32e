package dev.plumbline.publish.html;

import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.publish.html.Attr.Name;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A figure over the scans that read a stack, as a line that says in words what it shows. */
final class Trend {

  private static final int STEP = 4;
  private static final int HEIGHT = 20;

  private Trend() {}

  static void drift(Markup page, List<PastScan> scans) throws IOException {
    List<PastScan> read = read(scans);
    write(
        page,
        "Drift over %s: %s".formatted(count(read), words(read, it -> String.valueOf(it.drift()))),
        read,
        PastScan::drift,
        read.stream().mapToDouble(PastScan::drift).max().orElse(0));
  }

  static void coverage(Markup page, List<PastScan> scans) throws IOException {
    List<PastScan> read = read(scans);
    write(
        page,
        "Coverage over %s: %s"
            .formatted(count(read), words(read, it -> Label.percent(it.coverage()))),
        read,
        PastScan::coverage,
        1);
  }

  private static List<PastScan> read(List<PastScan> scans) {
    return scans.stream().filter(scan -> scan.status() == StackStatus.SCANNED).toList();
  }

  private static String count(List<PastScan> scans) {
    return scans.size() + " scans";
  }

  private static String words(List<PastScan> scans, Function<PastScan, String> word) {
    return scans.stream().map(word).collect(Collectors.joining(", "));
  }

  /** What never moved needs no picture. */
  private static void write(
      Markup page,
      String label,
      List<PastScan> scans,
      ToDoubleFunction<PastScan> figure,
      double top)
      throws IOException {
    if (scans.stream().mapToDouble(figure).distinct().count() < 2) {
      return;
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < scans.size(); i++) {
      long down = Math.round((HEIGHT - 2) * (1 - figure.applyAsDouble(scans.get(i)) / top)) + 1;
      points.append(i == 0 ? "" : " ").append(i * STEP + 1).append(',').append(down);
    }
    page.open(
        Tag.SVG,
        Attr.css("trend"),
        Name.ROLE.of("img"),
        Name.LABEL.of(label),
        Name.VIEW_BOX.of("0 0 %d %d".formatted((scans.size() - 1) * STEP + 2, HEIGHT)));
    page.open(Tag.POLYLINE, Name.POINTS.of(points.toString())).close().close();
  }
}
