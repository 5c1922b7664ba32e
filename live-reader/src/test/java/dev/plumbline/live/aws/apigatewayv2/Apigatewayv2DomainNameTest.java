package dev.plumbline.live.aws.apigatewayv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.apigatewayv2.FakeApiGateway.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewayv2.model.DomainName;
import software.amazon.awssdk.services.apigatewayv2.model.GetDomainNamesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetDomainNamesResponse;

@SuppressWarnings("unchecked") // the SDK builders take a list of lambdas as varargs
final class Apigatewayv2DomainNameTest {

  private static final String TYPE = "aws_apigatewayv2_domain_name";

  private final Gateway gateway = new Gateway();

  @Test
  void reads_the_configuration_under_terraforms_names() {
    Value.Mapping domain =
        found(gateway.observe(new Apigatewayv2DomainName(), recorded(TYPE, "id", "a.example")));

    assertComplete(TYPE, domain);
    Value configuration = domain.at("domain_name_configuration").items().getFirst();
    assertThat(configuration.at("target_domain_name")).isEqualTo(Value.of("d-1.amazonaws.com"));
    assertThat(configuration.at("hosted_zone_id")).isEqualTo(Value.of("Z1"));
    assertThat(configuration.at("security_policy")).isEqualTo(Value.of("TLS_1_2"));
    assertThat(domain.at("mutual_tls_authentication").items().getFirst().at("truststore_uri"))
        .isEqualTo(Value.of("s3://trust/pem"));
    assertThat(domain.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/domainnames/a.example"));
  }

  @Test
  void a_name_that_the_complete_listing_lacks_is_gone() {
    assertThat(gateway.observe(new Apigatewayv2DomainName(), recorded(TYPE, "id", "b.example")))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    gateway.fail("AccessDeniedException");

    assertThat(gateway.observe(new Apigatewayv2DomainName(), recorded(TYPE, "id", "a.example")))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void what_is_recorded_as_a_rest_apis_name_and_what_is_at_the_edge_is_not_unmanaged() {
    assertThat(
            gateway.discover(
                new Apigatewayv2DomainName(),
                recorded("aws_api_gateway_domain_name", "id", "rest.example")))
        .containsExactly("a.example");
  }

  private static final class Gateway extends FakeApiGateway {
    @Override
    public GetDomainNamesResponse getDomainNames(GetDomainNamesRequest request) {
      ask("domains");
      return GetDomainNamesResponse.builder()
          .items(
              domain("a.example", "REGIONAL"),
              domain("rest.example", "REGIONAL"),
              domain("edge.example", "EDGE"))
          .build();
    }

    private static DomainName domain(String name, String endpoint) {
      return DomainName.builder()
          .domainName(name)
          .domainNameConfigurations(
              c ->
                  c.apiGatewayDomainName("d-1.amazonaws.com")
                      .hostedZoneId("Z1")
                      .endpointType(endpoint)
                      .securityPolicy("TLS_1_2"))
          .mutualTlsAuthentication(m -> m.truststoreUri("s3://trust/pem"))
          .build();
    }
  }
}
