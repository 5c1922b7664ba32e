package dev.plumbline.wiring.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.RenderOptions;
import dev.plumbline.publish.render.ReportFormatException;
import dev.plumbline.wiring.AwsFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps whole reports, in-sync resources too, below {@code reports/}. Thread-safe. */
public final class ReportStore {

  private static final Logger LOG = LoggerFactory.getLogger(ReportStore.class);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd/HHmmss").withZone(ZoneOffset.UTC);

  private final S3Client s3;
  private final String bucket;

  public ReportStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /**
   * Keeps the report; the same report lands on the same key again.
   *
   * @return its {@code s3://} URI
   */
  String keep(Report report) throws IOException {
    String key = "reports/%s-%s.json".formatted(TIME.format(report.startedAt()), report.scanId());
    // By way of a file: a report of a large estate need not fit into the function's memory.
    Path file = Files.createTempFile("plumbline-report", ".json");
    try {
      try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
        new JsonReport().render(report, new RenderOptions(true, false, 100), out);
      }
      s3.putObject(
          request -> request.bucket(bucket).key(key).contentType("application/json"),
          RequestBody.fromFile(file));
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
