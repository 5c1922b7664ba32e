package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Resource;

final class ApiGatewayResourceTest {

  private final ApiGatewayResource type = new ApiGatewayResource();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_path() {
    gateway.resources.add(resource("r1", "root"));

    Value.Mapping attributes = gateway.found(type, "rest_api_id", "api1", "id", "r1");

    assertThat(attributes.at("path")).isEqualTo(Value.of("/parcels"));
    assertThat(attributes.at("path_part")).isEqualTo(Value.of("parcels"));
    assertThat(attributes.at("parent_id")).isEqualTo(Value.of("root"));
    assertThat(attributes.at("rest_api_id")).isEqualTo(Value.of("api1"));
  }

  @Test
  void paths_are_discovered_but_for_the_root() {
    gateway.resources.add(resource("r1", "root"));
    gateway.resources.add(Resource.builder().id("root").path("/").build());

    assertThat(gateway.discover(type, recorded(type, "rest_api_id", "api1", "id", "r2")))
        .containsExactly("api1/r1");
  }

  @Test
  void the_paths_of_an_openapi_document_are_nobodys_own() {
    gateway.resources.add(resource("r1", "root"));

    assertThat(
            gateway.discover(
                type,
                recorded(new ApiGatewayRestApi(), "id", "api1", "body", "{}"),
                recorded(type, "rest_api_id", "api1", "id", "r2")))
        .isEmpty();
  }

  @Test
  void an_api_of_which_nothing_is_recorded_is_not_listed() {
    assertThat(gateway.discover(type, recorded(new ApiGatewayRestApi(), "id", "api1"))).isEmpty();
    assertThat(gateway.calls).isEmpty();
  }

  @Test
  void a_resource_whose_api_the_state_does_not_tell_is_never_gone() {
    assertThat(gateway.observe(type, "id", "r1")).isInstanceOf(Observation.Unreadable.class);
  }

  private static Resource resource(String id, String parent) {
    return Resource.builder().id(id).parentId(parent).path("/parcels").pathPart("parcels").build();
  }
}
