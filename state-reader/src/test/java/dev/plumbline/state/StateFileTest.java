package dev.plumbline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of src/test/resources/states is a case: state.json and what is read of it. */
class StateFileTest {

  private static final Path CASES = Path.of("src/test/resources/states");

  static Stream<Path> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_state_is_read_as_its_case_says(Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    StateIdentity identity;
    try (InputStream state = Files.newInputStream(folder.resolve("state.json"))) {
      identity = new StateFile("s3://b/k", "v1").read(state, each -> lines.add(described(each)));
    }
    lines.addFirst(identity.toString());

    assertThat(String.join("\n", lines) + "\n")
        .isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  @Test
  void private_data_is_kept_nowhere() throws Exception {
    List<RecordedResource> read = new ArrayList<>();
    try (InputStream state = Files.newInputStream(CASES.resolve("modules-and-keys/state.json"))) {
      new StateFile("f", "").read(state, read::add);
    }

    assertThat(read)
        .isNotEmpty()
        .noneSatisfy(each -> assertThat(described(each)).contains("cHJpdmF0ZS1ub3Rl"))
        .allSatisfy(each -> assertThat(each.at("private")).isEqualTo(Value.none()));
  }

  private static String described(RecordedResource resource) {
    return """
    %s
      provider %s in "%s", schema version %d%s
      attributes %s
      sensitive %s
      identity %s
      depends on %s"""
        .formatted(
            resource,
            resource.provider().source() + " as " + resource.provider().key(),
            resource.provider().module(),
            resource.schemaVersion(),
            resource.tainted() ? ", tainted" : "",
            text(resource.attributes()),
            String.join(" | ", resource.sensitivePaths()),
            text(resource.identity()),
            String.join(" | ", resource.dependencies()));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(var truth) -> Boolean.toString(truth);
      case Value.Num(var number) -> number.toPlainString();
      case Value.Text(var text) -> "'" + text + "'";
      case Value.Listing(var items) -> items.stream().map(StateFileTest::text).toList().toString();
      case Value.Mapping(var entries) ->
          entries.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
              .toList()
              .toString();
    };
  }
}
