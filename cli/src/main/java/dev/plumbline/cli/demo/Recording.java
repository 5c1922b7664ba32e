package dev.plumbline.cli.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The requests that built or changed an account, as {@code tests/estates/record.py} wrote them
 * down: gzipped lines of JSON, where some lines name what the requests after them do.
 *
 * @param changes in the order in which they were made; what builds an estate is one without a name
 */
public record Recording(List<RecordedChange> changes) {

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final TypeReference<List<String>> DRAWN = new TypeReference<>() {};

  public Recording {
    changes = List.copyOf(changes);
  }

  /** Reads a recording from a file that {@code record.py} wrote. */
  public static Recording read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /** Reads a recording; the stream is the caller's to close. */
  public static Recording read(InputStream gzipped) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<RecordedChange> changes = new ArrayList<>();
    List<RecordedRequest> requests = new ArrayList<>();
    RecordedChange current = new RecordedChange("", "", List.of());
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(gzipped), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode entry = json.readTree(line);
      if (entry.has("change")) {
        changes.add(current.with(requests));
        requests.clear();
        current = new RecordedChange(entry.path("change").asText(), says(entry), List.of());
      } else {
        requests.add(request(json, entry));
      }
    }
    changes.add(current.with(requests));
    return new Recording(changes.stream().filter(change -> !change.requests().isEmpty()).toList());
  }

  /** Only the changes of these names, in the recording's order. */
  public Recording only(Set<String> names) {
    return new Recording(changes.stream().filter(c -> names.contains(c.name())).toList());
  }

  /** What each change did, one sentence each. */
  public List<String> sentences() {
    return changes.stream().map(RecordedChange::sentence).toList();
  }

  private static String says(JsonNode entry) {
    return entry.path("says").asText();
  }

  private static RecordedRequest request(ObjectMapper json, JsonNode entry) {
    boolean encoded = entry.has("base64");
    return new RecordedRequest(
        entry.path("at").asLong(),
        entry.path("seed").asLong(),
        entry.path("method").asText(),
        entry.path("path").asText(),
        json.convertValue(entry.path("headers"), HEADERS),
        entry.path(encoded ? "base64" : "body").asText(),
        encoded,
        entry.path("answered").asInt(),
        entry.has("drawn") ? json.convertValue(entry.path("drawn"), DRAWN) : List.of());
  }
}
