package dev.plumbline.publish.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where a scan's report lies below the folder of all reports: {@code 2026/11/02/090000-ID.json},
 * its page beside it. The same scan always has the same place.
 */
public record ReportPath(Instant startedAt, String scanId) {

  /** How the index of all stacks is called, in the folder of all reports. */
  public static final String INDEX = "index.html";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd/HHmmss").withZone(ZoneOffset.UTC);

  /** From a report's page to the folder of all reports. */
  static final String UP = "../../../";

  public String json() {
    return place() + ".json";
  }

  public String page() {
    return place() + ".html";
  }

  private String place() {
    return TIME.format(startedAt) + "-" + scanId;
  }
}
