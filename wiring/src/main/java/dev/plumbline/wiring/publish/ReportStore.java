package dev.plumbline.wiring.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.engine.Report;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.RenderOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Keeps whole reports, in-sync resources too, below {@code reports/}. Thread-safe. */
public final class ReportStore {

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
}
