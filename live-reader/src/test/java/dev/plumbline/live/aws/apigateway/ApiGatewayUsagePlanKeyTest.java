package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.UsagePlanKey;

final class ApiGatewayUsagePlanKeyTest {

  private final ApiGatewayUsagePlanKey type = new ApiGatewayUsagePlanKey();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_plans_key_but_not_its_value() {
    gateway.keys.add(ApiKey.builder().id("k1").build());
    gateway.planKeys.add(key("k1"));

    Value.Mapping attributes = gateway.found(type, NAMES);

    assertThat(attributes.at("name")).isEqualTo(Value.of("courier"));
    assertThat(attributes.at("key_type")).isEqualTo(Value.of("API_KEY"));
    assertThat(attributes.at("key_id")).isEqualTo(Value.of("k1"));
    assertThat(attributes.at("usage_plan_id")).isEqualTo(Value.of("plan1"));
    assertThat(attributes.entries()).doesNotContainKey("value");
  }

  @Test
  void a_key_that_does_not_exist_is_in_no_plan() {
    gateway.planKeys.add(key("k1"));

    assertThat(gateway.observe(type, NAMES)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_key_that_the_plan_does_not_have_is_gone() {
    gateway.keys.add(ApiKey.builder().id("k1").build());

    assertThat(gateway.observe(type, NAMES)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void the_keys_of_plans_whose_keys_are_recorded_are_discovered() {
    gateway.planKeys.add(key("k2"));

    assertThat(gateway.discover(type, recorded(type, NAMES))).containsExactly("plan1/k2");
    assertThat(type.importIds(recorded(type, NAMES))).containsExactly("plan1/k1");
  }

  private static final String[] NAMES = {"id", "k1", "usage_plan_id", "plan1", "key_id", "k1"};

  private static UsagePlanKey key(String id) {
    return UsagePlanKey.builder().id(id).type("API_KEY").name("courier").value("secret").build();
  }
}
