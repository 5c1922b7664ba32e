package dev.plumbline.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Resources of types that no emulator holds: one recorded instance each, written by hand from the
 * provider's documentation, in {@code tests/estates/unemulated}.
 */
final class Unemulated {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER =
      Estates.folder("harbour").getParent().resolve("unemulated").normalize();

  private Unemulated() {}

  static SortedSet<String> types() {
    return new TreeSet<>(attributes().keySet());
  }

  /** A state that records all of them. */
  static Path state() {
    ObjectNode state = JSON.createObjectNode();
    state.put("version", 4).put("terraform_version", "1.11.4").put("serial", 1);
    state.put("lineage", "7f1c9b4e-0000-4000-8000-000000000000");
    attributes()
        .forEach(
            (type, attributes) -> {
              ObjectNode resource = state.withArray("resources").addObject();
              resource.put("mode", "managed").put("type", type).put("name", "by_hand");
              resource.put("provider", "provider[\"registry.terraform.io/hashicorp/aws\"]");
              ObjectNode instance = resource.putArray("instances").addObject();
              instance.put("schema_version", 0).set("attributes", attributes);
            });
    try {
      Path file = Files.createTempFile("unemulated", ".tfstate");
      file.toFile().deleteOnExit();
      return Files.writeString(file, state.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("A state cannot be written", e);
    }
  }

  private static TreeMap<String, ObjectNode> attributes() {
    TreeMap<String, ObjectNode> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        String type = file.getFileName().toString().replace(".json", "");
        all.put(type, (ObjectNode) JSON.readTree(file.toFile()));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(FOLDER + " cannot be read", e);
    }
  }
}
