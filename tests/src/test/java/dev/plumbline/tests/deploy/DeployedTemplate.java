package dev.plumbline.tests.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.cli.demo.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One of the CDK app's templates.
 *
 * @param json for the emulated account and its region
 */
public record DeployedTemplate(JsonNode json) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads it.
   *
   * @param settings {@code everything} or {@code defaults}
   * @param name {@code Plumbline} or that of a stack within it
   */
  public static DeployedTemplate of(String settings, String name) throws IOException {
    Path file =
        Path.of(System.getProperty("plumbline.root", ".."))
            .resolve("cdk/src/test/snapshots/%s/%s.json".formatted(settings, name));
    String text =
        Files.readString(file)
            .replace("111122223333", Emulator.ACCOUNT)
            .replace("eu-west-1", "us-east-1");
    return new DeployedTemplate(JSON.readTree(text));
  }

  /** The properties of the resources of that type, by logical id. */
  public SortedMap<String, JsonNode> ofType(String type) {
    SortedMap<String, JsonNode> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.path("Resources").properties()) {
      if (each.getValue().path("Type").asText().equals(type)) {
        found.put(each.getKey(), each.getValue().path("Properties"));
      }
    }
    return found;
  }

  /** The service's functions. */
  public SortedMap<String, JsonNode> functions() {
    return ofType("AWS::Lambda::Function");
  }
}
