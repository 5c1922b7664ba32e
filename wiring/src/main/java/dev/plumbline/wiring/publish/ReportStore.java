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
import dev.plumbline.publish.render.ReportFormatException;
import dev.plumbline.wiring.AwsFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Keeps whole reports, in-sync resources too, below {@code reports/}, with a page for people beside
 * each and one over all stacks. Thread-safe.
 */
public final class ReportStore {

  private static final Logger LOG = LoggerFactory.getLogger(ReportStore.class);

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

  /**
   * A report that was kept; empty where it is not there any more, or is none that can be read.
   *
   * @param uri as {@link #keep} answered it
   */
  Optional<Report> find(String uri) throws IOException {
    String all = "s3://%s/".formatted(bucket);
    if (!uri.startsWith(all)) {
      return Optional.empty();
    }
    String key = uri.substring(all.length());
    try (InputStream json = s3.getObject(request -> request.bucket(bucket).key(key))) {
      return Optional.of(JsonReport.read(json));
    } catch (NoSuchKeyException | ReportFormatException e) {
      LOG.warn("The report {} cannot be used: {}", uri, e.getClass().getSimpleName());
      return Optional.empty();
    } catch (SdkException e) {
      throw new IOException(
          "Reading the report %s failed: %s. Allow the function s3:GetObject on it."
              .formatted(uri, AwsFailure.why(e)),
          e);
    }
  }
}
