package dev.plumbline.tests.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.demo.DemoAccount;
import dev.plumbline.tests.EmulatedAws;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * States of many stacks: each records the resources that the demo's estate has, as often as it
 * takes to be as large as asked for. They share what is live; each reads it for itself.
 */
final class ManyStates {

  static final String BUCKET = "acme-states";

  private static final JsonMapper JSON = new JsonMapper();

  private final S3Client s3;
  private final ObjectNode demo;

  ManyStates(URI endpoint, DemoAccount account) throws IOException {
    s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), endpoint);
    URI state = URI.create(account.stateUri());
    demo =
        (ObjectNode)
            JSON.readTree(
                s3.getObjectAsBytes(
                        request ->
                            request.bucket(state.getHost()).key(state.getPath().substring(1)))
                    .asByteArray());
    s3.createBucket(request -> request.bucket(BUCKET));
  }

  /** A state that says what is live. */
  void clean(String key, int resources) {
    put(key, state(key, resources));
  }

  /** One whose log groups are kept longer than the live ones. */
  void drifted(String key, int resources) {
    ObjectNode state = state(key, resources);
    for (JsonNode resource : state.path("resources")) {
      if (resource.path("type").asText().equals("aws_cloudwatch_log_group")) {
        for (JsonNode instance : resource.path("instances")) {
          ((ObjectNode) instance.path("attributes")).put("retention_in_days", 3653);
        }
      }
    }
    put(key, state);
  }

  private ObjectNode state(String key, int resources) {
    ObjectNode state = demo.deepCopy();
    state.put("lineage", "00000000-0000-0000-0000-%012x".formatted(key.hashCode() & 0xffffffffL));
    ArrayNode copies = state.putArray("resources");
    for (int copy = 0; managed(copies) < resources; copy++) {
      for (JsonNode resource : demo.deepCopy().path("resources")) {
        if (managed(copies) < resources && resource.path("mode").asText().equals("managed")) {
          copies.add(copy == 0 ? resource : copied(resource, "module.copy" + copy));
        }
      }
    }
    return state;
  }

  /** A state has a resource's module before its instances. */
  private static ObjectNode copied(JsonNode resource, String module) {
    String own = resource.path("module").asText();
    ObjectNode copy = JSON.createObjectNode();
    copy.put("module", own.isEmpty() ? module : module + "." + own);
    resource
        .propertyStream()
        .filter(property -> !property.getKey().equals("module"))
        .forEach(property -> copy.set(property.getKey(), property.getValue()));
    return copy;
  }

  private static int managed(ArrayNode resources) {
    int count = 0;
    for (JsonNode resource : resources) {
      count += resource.path("instances").size();
    }
    return count;
  }

  private void put(String key, JsonNode state) {
    s3.putObject(
        request -> request.bucket(BUCKET).key(key), RequestBody.fromString(state.toString()));
  }
}
