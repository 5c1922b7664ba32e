package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;

/**
 * {@code aws_apigatewayv2_api_mapping}: which stage of which API a path of a domain name shows. A
 * path of a REST API is told here as well, and is left to {@code
 * aws_api_gateway_base_path_mapping}.
 */
public final class Apigatewayv2ApiMapping implements PartType {

  private static final Part PART =
      new Part(
          "aws_apigatewayv2_api_mapping",
          "API mapping",
          List.of("domain_name"),
          "api_mapping_id",
          1,
          (client, one) ->
              client.getApiMapping(
                  r -> r.domainName(one.at("domain_name").text()).apiMappingId(one.id())),
          (client, one, next) -> {
            var page =
                client.getApiMappings(
                    r ->
                        r.domainName(one.at("domain_name").text())
                            .maxResults(ApiGateway.PAGE)
                            .nextToken(next));
            return new Page<>(page.items(), page.nextToken());
          });

  @Override
  public Part part() {
    return PART;
  }

  @Override
  public void read(SdkPojo answer, RecordedResource recorded, AwsScope scope, Attributes into) {}

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_apigatewayv2_domain_name", "id", "domain_name"));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> restDomains =
        scope
            .recorded("aws_api_gateway_base_path_mapping")
            .map(mapping -> mapping.at("domain_name").text())
            .collect(Collectors.toSet());
    return PART.discover(scope).stream()
        .map(place -> place.split("/", 2))
        .filter(place -> !restDomains.contains(place[0]))
        .map(place -> place[1] + "/" + place[0])
        .toList();
  }

  @Override
  public List<String> importIds(RecordedResource resource) {
    return List.of(resource.id() + "/" + PART.owner(resource));
  }
}
