package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attribute of each type is read, or it is said why it cannot be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedAttributesTest {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  private static final Map<String, Set<String>> NOT_EMULATED = RecordedEstates.notEmulated();

  /** Asked for only where a bucket records them, which none here does; S3BucketTest does. */
  private static final Map<String, Set<String>> NOT_USED =
      Map.of(
          "aws_s3_bucket",
          Set.of(
              "acceleration_status",
              "logging",
              "object_lock_configuration",
              "object_lock_enabled",
              "replication_configuration",
              "request_payer",
              "website"));

  @RegisterExtension static final RecordedEstates BUILT = RecordedEstates.built();

  private final List<Map.Entry<RecordedResource, Observation>> observed = new ArrayList<>();

  @BeforeAll
  void observe() {
    BUILT
        .all()
        .forEach(
            each -> observed.addAll(Observations.of(each.endpoint(), each.state()).entrySet()));
  }

  static Stream<String> types() {
    return TYPES.types().stream().filter(RecordedEstates.types()::contains);
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_attribute_is_read_or_said_to_be_unobservable(String type) {
    TypeCatalog.Description known = TYPES.describe(type).orElseThrow();
    Set<String> missing = new TreeSet<>(known.schema().attributes().keySet());
    missing.removeAll(known.rules().unobservable().keySet());
    missing.removeAll(NOT_EMULATED.getOrDefault(type, Set.of()));
    missing.removeAll(NOT_USED.getOrDefault(type, Set.of()));
    missing.removeAll(keys(type));
    if (known.schema().attribute("tags_all").isPresent() && keys(type).contains("tags_all")) {
      missing.remove("tags");
    }

    assertThat(keys(type)).as("attributes read of %s in the estates", type).isNotEmpty();
    assertThat(missing).as("neither read nor declared unobservable").isEmpty();
  }

  private Set<String> keys(String type) {
    Set<String> keys = new TreeSet<>();
    observed.forEach(
        each -> {
          if (each.getKey().type().equals(type)
              && each.getValue() instanceof Observation.Found(var attributes, _)) {
            keys.addAll(attributes.entries().keySet());
          }
        });
    return keys;
  }
}
