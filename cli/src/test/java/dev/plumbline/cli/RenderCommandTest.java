package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kept report in every other form. */
final class RenderCommandTest {

  private static final String REPORT =
      """
      {"formatVersion": "1.0", "scanId": "scan-1",
       "startedAt": "2026-11-02T09:00:00Z", "finishedAt": "2026-11-02T09:00:03Z", "apiCalls": {},
       "stacks": [{"stack": "shop", "status": "SCANNED", "error": null,
         "state": {"uri": "s3://states/shop.tfstate", "serial": 7},
         "fingerprint": "sha256:1",
         "summary": {"managed": 1, "drifted": 1, "coverage": 1.0},
         "resources": [{"address": "aws_sqs_queue.jobs", "type": "aws_sqs_queue", "id": "jobs",
           "status": "DRIFTED", "severity": "MEDIUM", "fingerprint": "sha256:2",
           "changes": [{"path": "name", "expected": "a", "actual": "b", "sensitive": false, "items": []}]}],
         "unmanaged": [], "notes": []}]}
      """;

  private final StringWriter out = new StringWriter();

  @TempDir private Path folder = Path.of("");

  private int render(String... options) throws IOException {
    Path report = Files.writeString(folder.resolve("report.json"), REPORT);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "render";
    arguments[1] = report.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Plumbline.commandLine().setOut(new PrintWriter(out, true)).execute(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text     | ~ name = "a" -> "b"
          json     | "formatVersion" : "1.0"
          markdown | <code>aws_sqs_queue.jobs</code>
          html     | <!doctype html>
          sarif    | "fullyQualifiedName" : "aws_sqs_queue.jobs"
          junit    | <failure type="MEDIUM DRIFTED" message="drifted: name">
          """)
  void a_kept_report_takes_every_form(String format, String holds) throws IOException {
    assertThat(render("--format", format)).isZero();
    assertThat(out.toString()).contains(holds);
  }

  @Test
  void several_forms_go_to_their_files_at_once() throws IOException {
    Path page = folder.resolve("drift.html");
    Path cases = folder.resolve("drift.xml");
    assertThat(render("--report", "html=" + page, "--report", "junit=" + cases)).isZero();
    assertThat(page).content().contains("aws_sqs_queue.jobs");
    assertThat(cases).content().contains("<testsuite name=\"shop\"");
    assertThat(out.toString()).contains("# aws_sqs_queue.jobs has drifted");
  }

  @Test
  void drift_below_the_threshold_fails_no_case() throws IOException {
    assertThat(render("--format", "junit", "--fail-on", "high")).isZero();
    assertThat(out.toString()).contains("failures=\"0\"").doesNotContain("<failure");
  }
}
