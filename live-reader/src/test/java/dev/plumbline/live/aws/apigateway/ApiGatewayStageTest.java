package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.AccessLogSettings;
import software.amazon.awssdk.services.apigateway.model.CacheClusterStatus;
import software.amazon.awssdk.services.apigateway.model.CanarySettings;
import software.amazon.awssdk.services.apigateway.model.Stage;

final class ApiGatewayStageTest {

  private final ApiGatewayStage type = new ApiGatewayStage();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_stage() {
    gateway.stages.add(stage().build());

    Value.Mapping attributes = gateway.found(type, NAMES);

    assertThat(attributes.at("deployment_id")).isEqualTo(Value.of("d1"));
    assertThat(attributes.at("description")).isEqualTo(Value.of("What customers use"));
    assertThat(attributes.at("client_certificate_id")).isEqualTo(Value.of("c1"));
    assertThat(attributes.at("documentation_version")).isEqualTo(Value.of("7"));
    assertThat(attributes.at("cache_cluster_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("cache_cluster_size")).isEqualTo(Value.of("0.5"));
    assertThat(attributes.at("xray_tracing_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("variables").at("table")).isEqualTo(Value.of("parcels"));
    assertThat(attributes.at("web_acl_arn")).isEqualTo(Value.of("arn:acl"));
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/restapis/api1/stages/live"));
    assertThat(attributes.at("execution_arn"))
        .isEqualTo(Value.of("arn:aws:execute-api:us-east-1:123456789012:api1/live"));
    assertThat(attributes.at("invoke_url"))
        .isEqualTo(Value.of("https://api1.execute-api.us-east-1.amazonaws.com/live"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_stages_logs_and_canary_are_blocks() {
    gateway.stages.add(stage().build());

    Value log = gateway.found(type, NAMES).at("access_log_settings").items().getFirst();
    Value canary = gateway.found(type, NAMES).at("canary_settings").items().getFirst();

    assertThat(log.at("destination_arn")).isEqualTo(Value.of("arn:log"));
    assertThat(log.at("format")).isEqualTo(Value.of("$context.requestId"));
    assertThat(canary.at("deployment_id")).isEqualTo(Value.of("d2"));
    assertThat(canary.at("use_stage_cache")).isEqualTo(Value.of(true));
    assertThat(canary.at("stage_variable_overrides").at("table")).isEqualTo(Value.of("new"));
  }

  @Test
  void a_cache_that_is_being_deleted_is_off_and_its_size_is_what_the_state_says() {
    gateway.stages.add(stage().cacheClusterStatus(CacheClusterStatus.DELETE_IN_PROGRESS).build());

    Value.Mapping attributes =
        gateway.found(
            type, "rest_api_id", "api1", "stage_name", "live", "cache_cluster_size", "1.6");

    assertThat(attributes.at("cache_cluster_enabled")).isEqualTo(Value.of(false));
    assertThat(attributes.at("cache_cluster_size")).isEqualTo(Value.of("1.6"));
  }

  @Test
  void stages_are_discovered_but_for_those_that_a_deployment_makes() {
    gateway.stages.add(stage().build());
    gateway.stages.add(stage().stageName("now").build());

    assertThat(
            gateway.discover(
                type,
                recorded(type, NAMES),
                recorded(new ApiGatewayDeployment(), "rest_api_id", "api1", "stage_name", "now")))
        .containsExactly("api1/live");
  }

  private static final String[] NAMES = {"rest_api_id", "api1", "stage_name", "live"};

  private static Stage.Builder stage() {
    return Stage.builder()
        .stageName("live")
        .deploymentId("d1")
        .description("What customers use")
        .clientCertificateId("c1")
        .documentationVersion("7")
        .cacheClusterEnabled(true)
        .cacheClusterSize("0.5")
        .cacheClusterStatus(CacheClusterStatus.AVAILABLE)
        .tracingEnabled(true)
        .webAclArn("arn:acl")
        .variables(Map.of("table", "parcels"))
        .tags(Map.of("team", "core"))
        .accessLogSettings(
            AccessLogSettings.builder()
                .destinationArn("arn:log")
                .format("$context.requestId")
                .build())
        .canarySettings(
            CanarySettings.builder()
                .deploymentId("d2")
                .percentTraffic(12.5)
                .useStageCache(true)
                .stageVariableOverrides(Map.of("table", "new"))
                .build());
  }
}
