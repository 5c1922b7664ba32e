package dev.plumbline.cdk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@link Deployment} from a JSON file laid over the defaults. */
final class DeploymentFile {

  private static final String DEFAULTS = "defaults.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .withCoercionConfig(
              LogicalType.Textual,
              scalars ->
                  scalars
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private DeploymentFile() {}

  /** The file's deployment, or the defaults alone where there is no such file. */
  static Deployment readIfPresent(Path file) {
    return Files.exists(file) ? read(file) : parse("the default deployment", "{}");
  }

  static Deployment read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException _) {
      throw new InvalidDeployment(
          file.toString(), List.of("there is no such file; name one with -c deployment=FILE"));
    } catch (IOException e) {
      throw new InvalidDeployment(file.toString(), List.of("it could not be read (" + e + ")"));
    }
  }

  static Deployment parse(String source, String json) {
    try {
      JsonNode given = JSON.readTree(json);
      if (!given.isObject()) {
        throw new InvalidDeployment(source, List.of("it does not hold a JSON object"));
      }
      ObjectNode merged = defaults();
      List<String> problems = new ArrayList<>(UnknownKeys.in(given, merged));
      merge(merged, given);
      if (problems.isEmpty()) {
        Deployment deployment = JSON.treeToValue(merged, Deployment.class);
        problems.addAll(DeploymentProblems.of(deployment));
        if (problems.isEmpty()) {
          return deployment;
        }
      }
      throw new InvalidDeployment(source, problems);
    } catch (JsonProcessingException e) {
      throw new InvalidDeployment(
          source, List.of("it could not be understood: " + e.getOriginalMessage()));
    }
  }

  private static ObjectNode defaults() {
    try (InputStream defaults = DeploymentFile.class.getResourceAsStream(DEFAULTS)) {
      return (ObjectNode) JSON.readTree(defaults);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading the bundled " + DEFAULTS + " failed", e);
    }
  }

  private static void merge(ObjectNode onto, JsonNode given) {
    given
        .properties()
        .forEach(
            property -> {
              if (onto.get(property.getKey()) instanceof ObjectNode section
                  && property.getValue().isObject()) {
                merge(section, property.getValue());
              } else {
                onto.set(property.getKey(), property.getValue());
              }
            });
  }
}
