package dev.plumbline.remediation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Archives as a run leaves them, around plans that Terraform made. */
public final class Archives {

  public static final String LINEAGE = "5f3cfe1c-3d3c-4a10-9df1-a1b7a6a3f001";
  public static final String COMMIT = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";

  private Archives() {}

  /** A recorded plan: revert, targeted, accept, replace, extra or empty. */
  public static byte[] planJson(String name) {
    return switch (name) {
      case "small-none" -> "{\"format_version\":\"1.2\"}".getBytes(StandardCharsets.UTF_8);
      case "small-accept" -> small(true);
      case "small-revert" -> small(false);
      default -> recorded(name);
    };
  }

  /** A plan of the same four addresses with one value each, where many plans are read. */
  private static byte[] small(boolean refreshOnly) {
    String changes =
        Stream.of(
                "aws_iam_role.app",
                "aws_security_group.web",
                "aws_sqs_queue.jobs",
                "aws_ssm_parameter.password")
            .map(
                address ->
                    "{\"address\":\"%s\",\"type\":\"t\",\"change\":{\"actions\":[\"update\"],"
                            .formatted(address)
                        + "\"before\":{\"name\":\"a\"},\"after\":{\"name\":\"b\"}}}")
            .collect(Collectors.joining(","));
    return "{\"format_version\":\"1.2\",\"%s\":[%s]}"
        .formatted(refreshOnly ? "resource_drift" : "resource_changes", changes)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] recorded(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Archives.class.getResourceAsStream(
                "/dev/plumbline/remediation/plan/%s.json".formatted(name)))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String run(long serial, String lineage, int exitCode) {
    return """
        {"commit":"%s","tool":"terraform","toolVersion":"1.11.4","serial":%d,"lineage":"%s",
         "exitCode":%d,"lockFileSha256":"00"}"""
        .formatted(COMMIT, serial, lineage, exitCode);
  }

  /** A run's archive around a recorded plan. */
  public static byte[] of(String plan, long serial, String lineage) {
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("plan.json", planJson(plan));
    entries.put("plan.bin", new byte[] {1, 2, 3});
    entries.put(
        "run.json",
        run(serial, lineage, plan.equals("empty") ? 0 : 2).getBytes(StandardCharsets.UTF_8));
    return tar(entries);
  }

  public static byte[] tar(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
        entry.setSize(each.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(each.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
