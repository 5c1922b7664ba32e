package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.MethodSetting;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.apigateway.model.UnauthorizedCacheControlHeaderStrategy;

final class ApiGatewayMethodSettingsTest {

  private final ApiGatewayMethodSettings type = new ApiGatewayMethodSettings();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_what_a_stage_overrides_for_a_method() {
    gateway.stages.add(stage());

    Value settings = gateway.found(type, NAMES).at("settings").items().getFirst();

    assertThat(settings.at("metrics_enabled")).isEqualTo(Value.of(true));
    assertThat(settings.at("logging_level")).isEqualTo(Value.of("INFO"));
    assertThat(settings.at("data_trace_enabled")).isEqualTo(Value.of(true));
    assertThat(settings.at("throttling_burst_limit")).isEqualTo(Value.of(20));
    assertThat(settings.at("throttling_rate_limit"))
        .isEqualTo(new Value.Num(new BigDecimal("10.5")));
    assertThat(settings.at("caching_enabled")).isEqualTo(Value.of(true));
    assertThat(settings.at("cache_ttl_in_seconds")).isEqualTo(Value.of(120));
    assertThat(settings.at("cache_data_encrypted")).isEqualTo(Value.of(true));
    assertThat(settings.at("require_authorization_for_cache_control")).isEqualTo(Value.of(true));
    assertThat(settings.at("unauthorized_cache_control_header_strategy"))
        .isEqualTo(Value.of("FAIL_WITH_403"));
  }

  @Test
  void a_path_that_the_stage_does_not_override_is_gone() {
    gateway.stages.add(stage());

    assertThat(
            gateway.observe(
                type, "rest_api_id", "api1", "stage_name", "live", "method_path", "a/GET"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void overrides_are_discovered() {
    gateway.stages.add(stage());

    assertThat(gateway.discover(type, recorded(type, NAMES))).containsExactly("api1/live/*/*");
  }

  private static final String[] NAMES = {
    "rest_api_id", "api1", "stage_name", "live", "method_path", "*/*"
  };

  private static Stage stage() {
    MethodSetting all =
        MethodSetting.builder()
            .metricsEnabled(true)
            .loggingLevel("INFO")
            .dataTraceEnabled(true)
            .throttlingBurstLimit(20)
            .throttlingRateLimit(10.5)
            .cachingEnabled(true)
            .cacheTtlInSeconds(120)
            .cacheDataEncrypted(true)
            .requireAuthorizationForCacheControl(true)
            .unauthorizedCacheControlHeaderStrategy(
                UnauthorizedCacheControlHeaderStrategy.FAIL_WITH_403)
            .build();
    return Stage.builder().stageName("live").methodSettings(Map.of("*/*", all)).build();
  }
}
