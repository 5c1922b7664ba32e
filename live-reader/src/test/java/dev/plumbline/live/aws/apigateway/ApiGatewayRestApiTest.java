package dev.plumbline.live.aws.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.ApiKeySourceType;
import software.amazon.awssdk.services.apigateway.model.EndpointConfiguration;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.IpAddressType;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi;

final class ApiGatewayRestApiTest {

  private final ApiGatewayRestApi type = new ApiGatewayRestApi();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_an_api_under_terraforms_own_names() {
    gateway.apis.add(api("{\\\"Version\\\":\\\"2012-10-17\\\"}").build());

    Value.Mapping attributes = gateway.found(type, "id", "api1", "root_resource_id", "root");

    assertThat(attributes.at("name")).isEqualTo(Value.of("shipping"));
    assertThat(attributes.at("minimum_compression_size")).isEqualTo(Value.of("2048"));
    assertThat(attributes.at("api_key_source")).isEqualTo(Value.of("HEADER"));
    assertThat(attributes.at("disable_execute_api_endpoint")).isEqualTo(Value.of(true));
    assertThat(attributes.at("binary_media_types")).isEqualTo(Value.of(List.of(Value.of("*/*"))));
    assertThat(attributes.at("root_resource_id")).isEqualTo(Value.of("root"));
    assertThat(attributes.at("created_date")).isEqualTo(Value.of("2026-01-02T03:04:05Z"));
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/restapis/api1"));
    assertThat(attributes.at("execution_arn"))
        .isEqualTo(Value.of("arn:aws:execute-api:us-east-1:123456789012:api1"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(gateway.calls).containsExactly("GetRestApis");
  }

  @Test
  void an_endpoint_is_a_block_of_its_own() {
    gateway.apis.add(api("").build());

    Value endpoint =
        gateway.found(type, "id", "api1").at("endpoint_configuration").items().getFirst();

    assertThat(endpoint.at("types")).isEqualTo(Value.of(List.of(Value.of("PRIVATE"))));
    assertThat(endpoint.at("ip_address_type")).isEqualTo(Value.of("dualstack"));
    assertThat(endpoint.at("vpc_endpoint_ids")).isEqualTo(Value.of(List.of(Value.of("vpce-1"))));
  }

  @Test
  void a_policy_is_read_without_the_escapes_that_the_api_puts_in() {
    gateway.apis.add(api("{\\\"Resource\\\":\\\"10.0.0.0\\/8\\\"}").build());

    assertThat(gateway.found(type, "id", "api1").at("policy"))
        .isEqualTo(Value.of("{\"Resource\":\"10.0.0.0/8\"}"));
  }

  @Test
  void a_policy_that_is_not_escaped_is_read_as_it_is() {
    gateway.apis.add(api("{\"Version\":\"2012-10-17\"}").build());

    assertThat(gateway.found(type, "id", "api1").at("policy"))
        .isEqualTo(Value.of("{\"Version\":\"2012-10-17\"}"));
  }

  @Test
  void where_the_api_tells_another_root_than_the_state_its_resources_decide() {
    gateway.apis.add(api("").rootResourceId("stale").build());
    gateway.resources.add(Resource.builder().id("below").path("/a").build());
    gateway.resources.add(Resource.builder().id("top").path("/").build());

    assertThat(gateway.found(type, "id", "api1").at("root_resource_id")).isEqualTo(Value.of("top"));
    assertThat(gateway.calls).containsExactly("GetRestApis", "GetResources");
  }

  @Test
  void every_api_of_the_account_is_discovered() {
    gateway.apis.add(api("").build());

    assertThat(gateway.discover(type)).containsExactly("api1");
  }

  private static RestApi.Builder api(String policy) {
    return RestApi.builder()
        .id("api1")
        .name("shipping")
        .policy(policy)
        .createdDate(Instant.parse("2026-01-02T03:04:05Z"))
        .apiKeySource(ApiKeySourceType.HEADER)
        .minimumCompressionSize(2048)
        .binaryMediaTypes("*/*")
        .disableExecuteApiEndpoint(true)
        .rootResourceId("root")
        .endpointConfiguration(
            EndpointConfiguration.builder()
                .types(EndpointType.PRIVATE)
                .ipAddressType(IpAddressType.DUALSTACK)
                .vpcEndpointIds("vpce-1")
                .build())
        .tags(Map.of("team", "core"));
  }
}
