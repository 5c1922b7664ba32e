package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code permissions.json}, from which the deployed role is made, is what the readers declare, and
 * they declare what they call. {@code -Dplumbline.write -Dtest=PermissionsTest} writes it anew.
 */
class PermissionsTest {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  /** Asked by the scan itself, whoever is asked about; needs no permission. */
  private static final String WHO_AM_I = "sts:GetCallerIdentity";

  @RegisterExtension static final RecordedEstates BUILT = RecordedEstates.built();

  @Test
  void the_file_is_what_the_readers_declare() throws IOException {
    Path file =
        Estates.folder("harbour").resolve("../../../cdk/src/main/resources/permissions.json");
    if (System.getProperty("plumbline.write") != null) {
      Files.writeString(file, declared());
    }

    assertThat(file.normalize()).as("write it anew with -Dplumbline.write").hasContent(declared());
  }

  @Test
  void what_a_scan_calls_is_declared() {
    for (String name : RecordedEstates.names()) {
      RecordedEstate estate = BUILT.named(name);
      Set<String> types = RecordedEstates.types(name);
      types.retainAll(TYPES.types());
      try (FaultProxy proxy = FaultProxy.before(estate.endpoint())) {
        for (String type : types) {
          proxy.reset();
          AccountScan.of(proxy.endpoint()).ofTypes(type).report(estate.state());

          assertThat(called(proxy)).as(type).isSubsetOf(declared(type));
        }
      }
    }
  }

  @Test
  void what_looking_for_unmanaged_resources_calls_is_declared() {
    Set<String> declared = new TreeSet<>();
    TYPES.types().forEach(type -> declared.addAll(declared(type)));
    for (RecordedEstate estate : BUILT.all()) {
      try (FaultProxy proxy = FaultProxy.before(estate.endpoint())) {
        AccountScan.of(proxy.endpoint()).withUnmanaged().report(estate.state());

        assertThat(called(proxy)).isSubsetOf(declared);
      }
    }
  }

  private static Set<String> called(FaultProxy proxy) {
    Set<String> called =
        proxy.calls().keySet().stream()
            .map(IamActions::of)
            .collect(Collectors.toCollection(TreeSet::new));
    called.remove(WHO_AM_I);
    return called;
  }

  private static Set<String> declared(String type) {
    return TYPES.type(type).orElseThrow().actions();
  }

  /** A line a type, so that a change reads well. */
  private static String declared() {
    return TYPES.types().stream()
        .map(type -> "  {\"type\": \"%s\", \"actions\": [%s]}".formatted(type, quoted(type)))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static String quoted(String type) {
    return declared(type).stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
  }
}
