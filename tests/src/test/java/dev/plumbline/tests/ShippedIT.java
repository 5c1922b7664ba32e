package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.demo.Emulator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped says the same as what was tested: nothing is left out that a scan reaches. */
class ShippedIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path LIB =
      Path.of(System.getProperty("plumbline.root", ".."), "cli/target/dist/lib");

  @RegisterExtension static final RecordedEstates CHANGED = RecordedEstates.changed();

  @TempDir Path folder;

  /** The widest: each is scanned twice. */
  static List<String> estates() {
    return List.of("edge", "functions", "harbour", "restapis");
  }

  @ParameterizedTest
  @MethodSource("estates")
  void it_scans_as_the_whole_sdk_does(String estate) throws Exception {
    RecordedEstate changed = CHANGED.named(estate);
    List<String> options = List.of("--unmanaged", "--format", "json", "--timeout", "4m");

    JsonNode whole =
        JSON.readTree(
            Cli.scan(changed.endpoint(), changed.state(), options.toArray(String[]::new)).out());
    JsonNode shipped =
        JSON.readTree(
            run(
                Stream.concat(
                    Stream.of(
                        "scan",
                        changed.state().toString(),
                        "--endpoint-url",
                        changed.endpoint().toString(),
                        "--region=us-east-1"),
                    options.stream())));

    Map<String, JsonNode> expected = found(whole);
    Map<String, JsonNode> found = found(shipped);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    assertThat(found).allSatisfy((what, told) -> assertThat(told).isEqualTo(expected.get(what)));
    assertThat(shipped.path("apiCalls")).isEqualTo(whole.path("apiCalls"));
  }

  @Test
  void credentials_that_the_sdk_finds_by_name_are_there() throws Exception {
    Path probe = Files.createDirectories(folder.resolve("probe"));
    Files.writeString(
        probe.resolve("Probe.java"),
        """
        void main() throws Exception {
          for (String name : new String[] {
            "sts.internal.StsProfileCredentialsProviderFactory",
            "sts.internal.StsWebIdentityCredentialsProviderFactory",
            "sso.auth.SsoProfileCredentialsProviderFactory",
            "ssooidc.SsoOidcProfileTokenProviderFactory",
            "signin.auth.LoginProfileCredentialsProviderFactory"}) {
            Class.forName("software.amazon.awssdk.services." + name).getConstructor().newInstance();
          }
          IO.println("found");
        }
        """);

    assertThat(java(Stream.of(probe.resolve("Probe.java").toString()))).isEqualTo("found\n");
  }

  /** What a report says, whatever scan it is of. */
  private static Map<String, JsonNode> found(JsonNode report) {
    Map<String, JsonNode> found = new TreeMap<>();
    for (String list : List.of("resources", "unmanaged")) {
      for (JsonNode each : report.at("/stacks/0/" + list)) {
        ObjectNode told = each.deepCopy();
        told.remove("fingerprint");
        // The emulator tells of something deleted once, and then no more.
        told.remove("reason");
        JsonNode ordered = ordered(told);
        found.put(list + " " + each.path("address").asText(ordered.toString()), ordered);
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  /** The emulator lists some things in another order each time. */
  private static JsonNode ordered(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.valueStream()
          .map(ShippedIT::ordered)
          .sorted(Comparator.comparing(JsonNode::toString))
          .forEach(array::add);
      return array;
    }
    ObjectNode object = JSON.createObjectNode();
    node.properties().forEach(each -> object.set(each.getKey(), ordered(each.getValue())));
    return node.isObject() ? object : node;
  }

  private String run(Stream<String> arguments) throws Exception {
    return java(Stream.concat(Stream.of("dev.plumbline.cli.Plumbline"), arguments));
  }

  private String java(Stream<String> arguments) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath()),
                    arguments)
                .toList());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("AWS_ACCESS_KEY_ID", Emulator.ACCOUNT);
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isIn(0, 2);
    return Files.readString(out);
  }

  private static String classPath() throws Exception {
    try (Stream<Path> jars = Files.list(LIB)) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }
}
