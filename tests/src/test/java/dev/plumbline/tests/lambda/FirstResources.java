package dev.plumbline.tests.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.tests.EmulatedAws;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A state with the first resources of another one, beside it. */
final class FirstResources {

  private FirstResources() {}

  /**
   * Writes it.
   *
   * @param state {@code s3://bucket/key}
   * @return its address
   */
  static String of(URI endpoint, String state, int count) throws IOException {
    URI from = URI.create(state);
    String bucket = from.getHost();
    String key = from.getPath().substring(1);
    try (S3Client s3 = EmulatedAws.client(S3Client.builder().forcePathStyle(true), endpoint)) {
      String whole = s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
      s3.putObject(
          request -> request.bucket(bucket).key("first.tfstate"),
          RequestBody.fromString(first(whole, count)));
    }
    return "s3://%s/first.tfstate".formatted(bucket);
  }

  private static String first(String whole, int count) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    if (!(json.readTree(whole) instanceof ObjectNode state)) {
      throw new IllegalStateException("a state is an object");
    }
    ArrayNode some = json.createArrayNode();
    int instances = 0;
    for (JsonNode resource : state.path("resources")) {
      if (resource.path("mode").asText().equals("managed") && instances < count) {
        some.add(resource);
        instances += resource.path("instances").size();
      }
    }
    state.set("resources", some);
    return state.toString();
  }
}
