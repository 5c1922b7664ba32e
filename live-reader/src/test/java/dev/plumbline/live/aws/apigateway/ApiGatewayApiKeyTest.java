package dev.plumbline.live.aws.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.ApiKey;

final class ApiGatewayApiKeyTest {

  private final ApiGatewayApiKey type = new ApiGatewayApiKey();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_key_but_not_its_value() {
    gateway.keys.add(
        ApiKey.builder()
            .id("k1")
            .name("courier")
            .description("theirs")
            .customerId("c1")
            .enabled(false)
            .createdDate(Instant.parse("2026-01-02T03:04:05Z"))
            .tags(Map.of("team", "core"))
            .build());

    Value.Mapping attributes = gateway.found(type, "id", "k1");

    assertThat(attributes.at("name")).isEqualTo(Value.of("courier"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("theirs"));
    assertThat(attributes.at("customer_id")).isEqualTo(Value.of("c1"));
    assertThat(attributes.at("enabled")).isEqualTo(Value.of(false));
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/apikeys/k1"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.entries()).doesNotContainKey("value");
    assertThat(type.rules().unobservable()).containsKey("value");
  }

  @Test
  void keys_are_discovered() {
    gateway.keys.add(ApiKey.builder().id("k1").build());

    assertThat(gateway.discover(type)).containsExactly("k1");
  }
}
