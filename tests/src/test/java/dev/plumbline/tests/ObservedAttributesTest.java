package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeCatalog;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.RecordedResource;
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

  /** Left out of the emulator's answers; the readers' own tests see them read. */
  private static final Map<String, Set<String>> NOT_EMULATED =
      Map.of(
          "aws_ecs_service",
          Set.of(
              "alarms",
              "capacity_provider_strategy",
              "deployment_circuit_breaker",
              "deployment_maximum_percent",
              "deployment_minimum_healthy_percent",
              "service_connect_configuration",
              "volume_configuration"));

  @RegisterExtension static final RecordedEstate HARBOUR = RecordedEstate.harbour();

  private Map<RecordedResource, Observation> observed = Map.of();

  @BeforeAll
  void observe() {
    observed = Observations.of(HARBOUR.endpoint(), HARBOUR.state());
  }

  static Stream<String> types() {
    return TYPES.types().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_attribute_is_read_or_said_to_be_unobservable(String type) {
    TypeCatalog.Description known = TYPES.describe(type).orElseThrow();
    Set<String> missing = new TreeSet<>(known.schema().attributes().keySet());
    missing.removeAll(known.rules().unobservable().keySet());
    missing.removeAll(NOT_EMULATED.getOrDefault(type, Set.of()));
    missing.removeAll(keys(type));
    if (known.schema().attribute("tags_all").isPresent() && keys(type).contains("tags_all")) {
      missing.remove("tags");
    }

    assertThat(keys(type)).as("attributes read of %s in the estate", type).isNotEmpty();
    assertThat(missing).as("neither read nor declared unobservable").isEmpty();
  }

  private Set<String> keys(String type) {
    Set<String> keys = new TreeSet<>();
    observed.forEach(
        (resource, observation) -> {
          if (resource.type().equals(type)
              && observation instanceof Observation.Found(var attributes, _)) {
            keys.addAll(attributes.entries().keySet());
          }
        });
    return keys;
  }
}
