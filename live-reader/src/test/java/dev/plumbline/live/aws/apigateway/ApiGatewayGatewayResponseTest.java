package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.live.aws.apigateway.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.GatewayResponse;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;

final class ApiGatewayGatewayResponseTest {

  private final ApiGatewayGatewayResponse type = new ApiGatewayGatewayResponse();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_response_from_whatever_page() {
    gateway.responses.add(response(GatewayResponseType.THROTTLED, true));
    gateway.responses.add(response(GatewayResponseType.UNAUTHORIZED, false));

    Value.Mapping attributes = gateway.found(type, NAMES);

    assertThat(attributes.at("response_type")).isEqualTo(Value.of("UNAUTHORIZED"));
    assertThat(attributes.at("status_code")).isEqualTo(Value.of("401"));
    assertThat(attributes.at("response_templates").at("application/json"))
        .isEqualTo(Value.of("{}"));
    assertThat(attributes.at("response_parameters").at("gatewayresponse.header.X"))
        .isEqualTo(Value.of("'x'"));
    assertThat(gateway.calls).containsExactly("GetGatewayResponses", "GetGatewayResponses");
  }

  @Test
  void the_services_own_responses_are_not_discovered() {
    gateway.responses.add(response(GatewayResponseType.THROTTLED, true));
    gateway.responses.add(response(GatewayResponseType.WAF_FILTERED, false));

    assertThat(gateway.discover(type, recorded(type, NAMES))).containsExactly("api1/WAF_FILTERED");
  }

  private static final String[] NAMES = {"rest_api_id", "api1", "response_type", "UNAUTHORIZED"};

  private static GatewayResponse response(GatewayResponseType type, boolean ofTheService) {
    return GatewayResponse.builder()
        .responseType(type)
        .statusCode("401")
        .responseTemplates(Map.of("application/json", "{}"))
        .responseParameters(Map.of("gatewayresponse.header.X", "'x'"))
        .defaultResponse(ofTheService)
        .build();
  }
}
