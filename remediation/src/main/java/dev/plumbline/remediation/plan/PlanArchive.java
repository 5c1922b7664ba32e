package dev.plumbline.remediation.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What a run left: a gzipped tar of {@code run.json}, {@code plan.json} and {@code plan.bin}, which
 * only the tool itself reads. Nothing is unpacked to a disk, and nothing else may be in it.
 *
 * @param run what the run says of itself
 * @param planJson the plan as {@code terraform show -json} writes it
 */
public record PlanArchive(RunFacts run, SdkBytes planJson) {

  private static final JsonMapper MAPPER = new JsonMapper();

  static final int MOST_JSON = 64 << 20;
  static final int MOST_FACTS = 64 << 10;
  private static final long MOST_BINARY = 256L << 20;
  private static final String RUN = "run.json";
  private static final String JSON = "plan.json";
  private static final String BINARY = "plan.bin";
  private static final Set<String> NAMES = Set.of(RUN, JSON, BINARY);

  /**
   * Reads an archive.
   *
   * @throws PlanException where it is no such archive, or larger than any plan is
   */
  public static PlanArchive read(byte[] archive) throws PlanException {
    Map<String, byte[]> entries = entries(archive);
    part(entries, BINARY);
    return new PlanArchive(
        facts(part(entries, RUN)), SdkBytes.fromByteArrayUnsafe(part(entries, JSON)));
  }

  private static byte[] part(Map<String, byte[]> entries, String name) throws PlanException {
    byte[] part = entries.get(name);
    if (part == null) {
      throw new PlanException("the plan's archive has no %s in it".formatted(name));
    }
    return part;
  }

  private static Map<String, byte[]> entries(byte[] archive) throws PlanException {
    Map<String, byte[]> entries = new HashMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().replaceFirst("^\\./", "");
        if (entry.isDirectory() && name.isEmpty()) {
          continue;
        }
        if (!entry.isFile() || !NAMES.contains(name) || entries.containsKey(name)) {
          throw new PlanException("the plan's archive holds something that is no part of a plan");
        }
        entries.put(name, content(name, entry.getSize(), tar));
      }
    } catch (IOException | IllegalArgumentException _) {
      throw new PlanException("the plan's archive is damaged");
    }
    return entries;
  }

  /** The plan file is not looked into, so that none of it is kept. */
  private static byte[] content(String name, long size, InputStream in)
      throws IOException, PlanException {
    long most = name.equals(BINARY) ? MOST_BINARY : name.equals(RUN) ? MOST_FACTS : MOST_JSON;
    if (size > most) {
      throw new PlanException("the plan's %s is larger than %d bytes".formatted(name, most));
    }
    if (name.equals(BINARY)) {
      in.skipNBytes(size);
      return new byte[0];
    }
    return in.readNBytes((int) size);
  }

  private static RunFacts facts(byte[] json) throws PlanException {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException _) {
      throw new PlanException("the plan's run.json is no JSON");
    } catch (IOException _) {
      throw new PlanException("the plan's run.json cannot be read");
    }
    if (!node.path("serial").isIntegralNumber()
        || !node.path("exitCode").isIntegralNumber()
        || node.path("lineage").asText().isEmpty()) {
      throw new PlanException("the plan's run.json does not say which state was planned against");
    }
    return new RunFacts(
        node.path("commit").asText(),
        node.path("tool").asText(),
        node.path("toolVersion").asText(),
        node.path("serial").longValue(),
        node.path("lineage").asText(),
        node.path("exitCode").intValue(),
        node.path("lockFileSha256").asText());
  }
}
