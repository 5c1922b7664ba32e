package dev.plumbline.live.aws.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.DomainName;
import software.amazon.awssdk.services.apigateway.model.EndpointConfiguration;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.MutualTlsAuthentication;
import software.amazon.awssdk.services.apigateway.model.SecurityPolicy;

final class ApiGatewayDomainNameTest {

  private final ApiGatewayDomainName type = new ApiGatewayDomainName();
  private final FakeApiGateway gateway = new FakeApiGateway();

  @Test
  void reads_a_domain_name() {
    gateway.domains.add(domain("").build());

    Value.Mapping attributes = gateway.found(type, "id", "api.example.com");

    assertThat(attributes.at("domain_name")).isEqualTo(Value.of("api.example.com"));
    assertThat(attributes.at("regional_certificate_arn")).isEqualTo(Value.of("arn:cert"));
    assertThat(attributes.at("regional_domain_name")).isEqualTo(Value.of("d-1.example"));
    assertThat(attributes.at("regional_zone_id")).isEqualTo(Value.of("Z1"));
    assertThat(attributes.at("cloudfront_domain_name")).isEqualTo(Value.of("d1.cloudfront.net"));
    assertThat(attributes.at("cloudfront_zone_id")).isEqualTo(Value.of("Z2FDTNDATAQYW2"));
    assertThat(attributes.at("security_policy")).isEqualTo(Value.of("TLS_1_2"));
    assertThat(attributes.at("ownership_verification_certificate_arn"))
        .isEqualTo(Value.of("arn:own"));
    assertThat(attributes.at("arn"))
        .isEqualTo(Value.of("arn:aws:apigateway:us-east-1::/domainnames/api.example.com"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(attributes.at("endpoint_configuration").items().getFirst().at("types"))
        .isEqualTo(Value.of(List.of(Value.of("REGIONAL"))));
    assertThat(attributes.at("mutual_tls_authentication").items().getFirst().at("truststore_uri"))
        .isEqualTo(Value.of("s3://trust"));
  }

  @Test
  void a_private_domain_name_is_told_from_others_by_its_id() {
    gateway.domains.add(domain("").domainNameArn("arn:public").build());
    gateway.domains.add(domain("x2").domainNameArn("arn:private").policy("{}").build());

    assertThat(gateway.found(type, "id", "api.example.com").at("arn"))
        .isEqualTo(Value.of("arn:public"));
    assertThat(gateway.found(type, "id", "api.example.com/x2").at("arn"))
        .isEqualTo(Value.of("arn:private"));
    assertThat(gateway.observe(type, "id", "api.example.com/x3"))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void domain_names_are_discovered_but_for_those_of_http_apis() {
    gateway.domains.add(domain("").build());
    gateway.domains.add(domain("x2").build());
    gateway.domains.add(domain("").domainName("http.example.com").build());

    assertThat(
            gateway.discover(
                type,
                FakeScope.recorded(
                    "aws_apigatewayv2_domain_name", Map.of("id", Value.of("http.example.com")))))
        .containsExactly("api.example.com", "api.example.com/x2");
  }

  private static DomainName.Builder domain(String id) {
    return DomainName.builder()
        .domainName("api.example.com")
        .domainNameId(id)
        .regionalCertificateArn("arn:cert")
        .regionalDomainName("d-1.example")
        .regionalHostedZoneId("Z1")
        .distributionDomainName("d1.cloudfront.net")
        .securityPolicy(SecurityPolicy.TLS_1_2)
        .ownershipVerificationCertificateArn("arn:own")
        .endpointConfiguration(EndpointConfiguration.builder().types(EndpointType.REGIONAL).build())
        .mutualTlsAuthentication(
            MutualTlsAuthentication.builder().truststoreUri("s3://trust").build())
        .tags(Map.of("team", "core"));
  }
}
