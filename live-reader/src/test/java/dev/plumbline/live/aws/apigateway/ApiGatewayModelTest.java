package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Model;

final class ApiGatewayModelTest {

  private final ApiGatewayModel type = new ApiGatewayModel();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_model_by_its_name() {
    gateway.models.add(
        Model.builder()
            .id("m2")
            .name("Parcel")
            .description("booked")
            .contentType("application/json")
            .schema("{}")
            .build());

    Value.Mapping attributes =
        gateway.found(type, "rest_api_id", "api1", "id", "m1", "name", "Parcel");

    assertThat(attributes.at("schema")).isEqualTo(Value.of("{}"));
    assertThat(attributes.at("content_type")).isEqualTo(Value.of("application/json"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("booked"));
    assertThat(attributes.at("id")).isEqualTo(Value.of("m1"));
  }

  @Test
  void the_models_that_every_api_has_are_not_discovered() {
    gateway.models.add(Model.builder().name("Empty").build());
    gateway.models.add(Model.builder().name("Error").build());
    gateway.models.add(Model.builder().name("Rogue").build());

    assertThat(gateway.discover(type, recorded(type, "rest_api_id", "api1", "name", "Parcel")))
        .containsExactly("api1/Rogue");
  }
}
