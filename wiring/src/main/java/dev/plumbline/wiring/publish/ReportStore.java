package dev.plumbline.wiring.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.store.PastScan;
import dev.plumbline.engine.store.StackRecord;
import dev.plumbline.publish.html.HtmlReport;
import dev.plumbline.publish.html.ReportPath;
import dev.plumbline.publish.html.StackIndex;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.Render;
import dev.plumbline.publish.render.RenderOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps whole reports, in-sync resources too, below {@code reports/}, with a page for people beside
 * each and one over all stacks. Thread-safe.
 */
public final class ReportStore {

  private static final String FOLDER = "reports/";
  private static final RenderOptions WHOLE = new RenderOptions(true, false, 100);

  private final S3Client s3;
  private final String bucket;

  public ReportStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Writes what is to be kept. */
  @FunctionalInterface
  private interface Contents {
    void write(Writer out) throws IOException;
  }

  /**
   * Keeps the report; the same report lands on the same key again.
   *
   * @return its {@code s3://} URI
   */
  String keep(Report report) throws IOException {
    return put(path(report).json(), "application/json", rendered(new JsonReport(), report));
  }

  /**
   * Keeps the report's page beside it.
   *
   * @param earlier what is known of earlier scans of its stacks, by their names
   */
  void keepPage(Report report, Map<String, List<PastScan>> earlier) throws IOException {
    put(path(report).page(), "text/html; charset=utf-8", rendered(new HtmlReport(earlier), report));
  }

  /** Writes the page over all stacks anew. */
  void keepIndex(List<StackRecord> stacks, Instant now) throws IOException {
    put(
        ReportPath.INDEX,
        "text/html; charset=utf-8",
        out -> new StackIndex().write(stacks, now, out));
  }

  private static ReportPath path(Report report) {
    return new ReportPath(report.startedAt(), report.scanId());
  }

  private static Contents rendered(Render form, Report report) {
    return out -> form.render(report, WHOLE, out);
  }

  /** By way of a file: a report of a large estate need not fit into the function's memory. */
  private String put(String place, String type, Contents contents) throws IOException {
    String key = FOLDER + place;
    Path file = Files.createTempFile("plumbline-report", "");
    try {
      try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
        contents.write(out);
      }
      s3.putObject(
          request -> request.bucket(bucket).key(key).contentType(type), RequestBody.fromFile(file));
    } finally {
      Files.deleteIfExists(file);
    }
    return "s3://%s/%s".formatted(bucket, key);
  }
}
