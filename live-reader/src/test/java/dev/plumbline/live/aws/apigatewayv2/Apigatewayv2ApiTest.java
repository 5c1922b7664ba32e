package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;

final class Apigatewayv2ApiTest {

  private static final RecordedResource API =
      FakeApiGateway.recorded("aws_apigatewayv2_api", "id", "a1");

  private final Gateway gateway = new Gateway();

  @Test
  void one_listing_tells_all_of_every_api() {
    Value.Mapping api = found(gateway.observe(new Apigatewayv2Api(), API));

    assertComplete("aws_apigatewayv2_api", api);
    assertThat(api.at("arn")).isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/apis/a1"));
    assertThat(api.at("execution_arn"))
        .isEqualTo(Value.of("arn:aws:execute-api:us-east-1:123456789012:a1"));
    assertThat(api.at("cors_configuration").items().getFirst().at("allow_origins"))
        .isEqualTo(Value.of(List.of(Value.of("https://ferry.example"))));
    assertThat(api.at("disable_execute_api_endpoint")).isEqualTo(Value.of(true));
    assertThat(api.at("tags_all")).isEqualTo(Value.of(Map.of("Team", Value.of("quay"))));
    assertThat(gateway.asked).containsExactly("apis null", "apis 2");
  }

  @Test
  void an_api_that_the_complete_listing_lacks_is_gone() {
    RecordedResource other = FakeApiGateway.recorded("aws_apigatewayv2_api", "id", "a9");

    assertThat(gateway.observe(new Apigatewayv2Api(), other)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2Api(), API))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("apigateway:GET"));
  }

  @Test
  void discovers_every_api() {
    assertThat(gateway.discover(new Apigatewayv2Api())).containsExactly("a1", "a2");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetApisResponse getApis(GetApisRequest request) {
      ask("apis " + request.nextToken());
      return request.nextToken() == null
          ? GetApisResponse.builder().items(rich()).nextToken("2").build()
          : GetApisResponse.builder().items(Api.builder().apiId("a2").build()).build();
    }

    private static Api rich() {
      return Api.builder()
          .apiId("a1")
          .name("ferry")
          .protocolType("HTTP")
          .apiEndpoint("https://a1.execute-api.us-east-1.amazonaws.com")
          .disableExecuteApiEndpoint(true)
          .corsConfiguration(c -> c.allowOrigins("https://ferry.example").maxAge(60))
          .tags(Map.of("Team", "quay"))
          .build();
    }
  }
}
