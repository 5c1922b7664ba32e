package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.BasePathMapping;

final class ApiGatewayBasePathMappingTest {

  private final ApiGatewayBasePathMapping type = new ApiGatewayBasePathMapping();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_what_a_domain_name_serves() {
    gateway.mappings.add(mapping("v1"));

    Value.Mapping attributes = gateway.found(type, "id", "api.example.com/v1");

    assertThat(attributes.at("domain_name")).isEqualTo(Value.of("api.example.com"));
    assertThat(attributes.at("base_path")).isEqualTo(Value.of("v1"));
    assertThat(attributes.at("api_id")).isEqualTo(Value.of("api1"));
    assertThat(attributes.at("stage_name")).isEqualTo(Value.of("live"));
  }

  @Test
  void what_the_api_calls_none_is_the_empty_path() {
    gateway.mappings.add(mapping("(none)"));

    assertThat(gateway.found(type, "id", "api.example.com/").at("base_path"))
        .isEqualTo(Value.of(""));
  }

  @Test
  void a_private_domain_names_mapping_has_its_id_behind_the_path() {
    gateway.mappings.add(mapping("v1"));

    Value.Mapping attributes = gateway.found(type, "id", "api.example.com/v1/x2");

    assertThat(attributes.at("domain_name_id")).isEqualTo(Value.of("x2"));
  }

  @Test
  void mappings_are_discovered_but_for_those_of_http_apis() {
    gateway.mappings.add(mapping("v1"));
    gateway.mappings.add(mapping("(none)"));
    gateway.mappings.add(mapping("http"));

    assertThat(
            gateway.discover(
                type,
                recorded(type, "id", "api.example.com/v2"),
                FakeScope.recorded(
                    "aws_apigatewayv2_api_mapping",
                    Map.of(
                        "domain_name",
                        Value.of("api.example.com"),
                        "api_mapping_key",
                        Value.of("http")))))
        .containsExactlyInAnyOrder("api.example.com/v1", "api.example.com/");
  }

  private static BasePathMapping mapping(String path) {
    return BasePathMapping.builder().basePath(path).restApiId("api1").stage("live").build();
  }
}
