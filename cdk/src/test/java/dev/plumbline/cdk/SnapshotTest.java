package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The whole templates, as they were when somebody last looked. {@code -Dplumbline.write
 * -Dtest=SnapshotTest} writes them anew; the change then shows what a deployment would change.
 */
class SnapshotTest {

  private static final Path FOLDER = Path.of("src/test/snapshots");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void with_every_setting_used_the_templates_are_these() throws IOException {
    compare("everything", Assemblies.EVERYTHING);
  }

  @Test
  void with_nothing_configured_the_templates_are_these() throws IOException {
    compare("defaults", Assemblies.DEFAULTS);
  }

  private static void compare(String name, Templates templates) throws IOException {
    Path folder = FOLDER.resolve(name);
    if (System.getProperty("plumbline.write") != null) {
      write(folder, templates);
    }
    Set<String> files =
        templates.byName().keySet().stream()
            .map(each -> each + ".json")
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names(folder)).isEqualTo(files);
    for (Map.Entry<String, JsonNode> each : templates.byName().entrySet()) {
      assertThat(Files.readString(folder.resolve(each.getKey() + ".json")))
          .as("%s of %s: write it anew with -Dplumbline.write", each.getKey(), name)
          .isEqualTo(text(each.getValue()));
    }
  }

  private static void write(Path folder, Templates templates) throws IOException {
    Files.createDirectories(folder);
    for (String stale : names(folder)) {
      Files.delete(folder.resolve(stale));
    }
    for (Map.Entry<String, JsonNode> each : templates.byName().entrySet()) {
      Files.writeString(folder.resolve(each.getKey() + ".json"), text(each.getValue()));
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Without the hashes of what is built: they change with every line of code. */
  private static String text(JsonNode template) throws IOException {
    return JSON.writeValueAsString(template)
            .replaceAll("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", "HASH")
            .replaceAll("(?<=CurrentVersion[0-9A-F]{8})[0-9a-f]{32}", "HASH")
        + "\n";
  }
}
