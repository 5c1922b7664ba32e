package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** What holds for every type of API Gateway's REST APIs. */
final class ApiGatewayTypesTest {

  /** Enough to name anything: of an API, a plan and a domain name that exist. */
  private static final Map<String, Value> NAMES =
      Map.ofEntries(
          Map.entry("id", Value.of("api.example.com/missing")),
          Map.entry("rest_api_id", Value.of("api1")),
          Map.entry("resource_id", Value.of("missing")),
          Map.entry("http_method", Value.of("GET")),
          Map.entry("status_code", Value.of("200")),
          Map.entry("stage_name", Value.of("missing")),
          Map.entry("method_path", Value.of("*/*")),
          Map.entry("name", Value.of("missing")),
          Map.entry("response_type", Value.of("THROTTLED")),
          Map.entry("usage_plan_id", Value.of("plan1")),
          Map.entry("key_id", Value.of("missing")));

  private final FakeApiGateway gateway = new FakeApiGateway();

  static Stream<ResourceType> types() {
    return ApiGatewayTypes.ALL.values().stream().map(each -> each.get());
  }

  @ParameterizedTest
  @MethodSource("types")
  void access_denied_is_unreadable_never_gone(ResourceType type) {
    gateway.denied = true;

    assertThat(observe(type, NAMES))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("apigateway:GET"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_a_completed_listing_lacks_is_gone(ResourceType type) {
    Class<?> wanted =
        type instanceof ApiGatewayAccount ? Observation.Found.class : Observation.Gone.class;

    assertThat(observe(type, NAMES)).isInstanceOf(wanted);
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_lies_below_an_api_goes_with_it(ResourceType type) {
    Map<String, Value> names = new TreeMap<>(NAMES);
    names.put("rest_api_id", Value.of("deleted"));

    if (type.parent().filter(ApiPart.API::equals).isPresent()) {
      assertThat(observe(type, names))
          .isInstanceOfSatisfying(
              Observation.Gone.class,
              gone -> assertThat(gone.evidence()).contains("REST API").doesNotContain("deleted"));
    }
  }

  @Test
  void five_types_share_one_listing_of_an_apis_resources() {
    gateway.resources.add(
        Resource.builder()
            .id("missing")
            .resourceMethods(Map.of("GET", Method.builder().build()))
            .build());
    Set<String> five = ApiParts.RESOURCES.types();
    RecordedResource[] state =
        five.stream().map(type -> recorded(type, NAMES)).toArray(RecordedResource[]::new);
    var scope = FakeScope.scope(true, gateway.clients(), state);

    types().filter(type -> five.contains(type.name())).forEach(type -> type.discover(scope));

    assertThat(Arrays.asList(state)).hasSize(5);
    assertThat(gateway.calls).containsExactly("GetResources");
  }

  private Observation observe(ResourceType type, Map<String, Value> names) {
    RecordedResource resource = recorded(type.name(), names);
    return FakeScope.observe(type, gateway.clients(), resource).getFirst();
  }
}
