package dev.plumbline.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A recorded state, to be falsified instance by instance. */
final class StateEdit {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;
  private final List<Instance> instances = new ArrayList<>();

  private StateEdit(ObjectNode root) {
    this.root = root;
    for (JsonNode resource : root.path("resources")) {
      if (resource.path("mode").asText().equals("managed")) {
        resource
            .path("instances")
            .forEach(each -> instances.add(instance(resource, (ObjectNode) each)));
      }
    }
  }

  /** One instance of a managed resource. */
  record Instance(String address, String type, ObjectNode json) {

    ObjectNode attributes() {
      return (ObjectNode) json.path("attributes");
    }
  }

  static StateEdit of(Path state) {
    try {
      return new StateEdit((ObjectNode) JSON.readTree(state.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(state + " cannot be read", e);
    }
  }

  List<Instance> instances() {
    return List.copyOf(instances);
  }

  Stream<Instance> ofType(String type) {
    return instances.stream().filter(each -> each.type().equals(type));
  }

  /** The state as it is now, in a file of its own. */
  Path write() {
    try {
      Path file = Files.createTempFile("falsified", ".tfstate");
      file.toFile().deleteOnExit();
      return Files.writeString(file, root.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("A state cannot be written", e);
    }
  }

  private static Instance instance(JsonNode resource, ObjectNode json) {
    String type = resource.path("type").asText();
    String module = resource.path("module").asText();
    JsonNode key = json.path("index_key");
    String index = key.isMissingNode() ? "" : "[" + key + "]";
    String address = type + "." + resource.path("name").asText() + index;
    return new Instance(module.isEmpty() ? address : module + "." + address, type, json);
  }
}
