package dev.plumbline.publish.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.Report;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Reads a report's JSON form. Fields it does not know are passed over: fields are added. */
final class ReportReader {

  private static final String WHAT_TO_DO =
      " Give the file that plumbline scan --format json wrote.";

  /** A report may hold any name and value that a state may; the limit is only against nonsense. */
  private static final int LONGEST = 100_000_000;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNameLength(LONGEST)
                          .maxStringLength(LONGEST)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  Report read(InputStream json) throws IOException, ReportFormatException {
    JsonNode root = parsed(json);
    checkVersion(root);
    try {
      return report(new Fields(root, "report"));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new ReportFormatException(
          "This is not a complete report: " + Plain.line(text(e), 300) + "." + WHAT_TO_DO);
    }
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private JsonNode parsed(InputStream json) throws IOException, ReportFormatException {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null ? "" : " (it breaks at line " + e.getLocation().getLineNr() + ")";
      throw new ReportFormatException(
          "This is not a report: it is not JSON" + where + "." + WHAT_TO_DO);
    }
  }

  /** 1.x is read whatever x is; 2.0 may mean anything. */
  private static void checkVersion(JsonNode root) throws ReportFormatException {
    String version = root.path("formatVersion").asText("");
    if (version.isEmpty() || !root.path("stacks").isArray()) {
      throw new ReportFormatException(
          "This is not a report: it has no formatVersion and stacks." + WHAT_TO_DO);
    }
    if (!version.matches("1\\.\\d{1,4}")) {
      throw new ReportFormatException(
          "This report has format %s; this version of Plumbline reads 1.x. Update Plumbline."
              .formatted(Plain.line(version, 20)));
    }
  }

  private static Report report(Fields root) {
    SequencedMap<String, Long> calls = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> call : root.node("apiCalls").properties()) {
      calls.put(call.getKey(), call.getValue().asLong());
    }
    return new Report(
        root.text("scanId"),
        Instant.parse(root.required("startedAt")),
        Instant.parse(root.required("finishedAt")),
        calls,
        root.list("stacks", StackReader::stack),
        root.list("accountCoverage", ReportReader::coverage));
  }

  private static Report.ServiceCoverage coverage(Fields json) {
    return new Report.ServiceCoverage(
        json.required("account"),
        json.required("service"),
        json.count("managed"),
        json.count("unmanaged"));
  }
}
