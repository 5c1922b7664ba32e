package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigatewayv2.model.DomainName;
import software.amazon.awssdk.services.apigatewayv2.model.EndpointType;

/**
 * {@code aws_apigatewayv2_domain_name}. One listing tells all about every domain name, those of
 * REST APIs too: whichever of Terraform's two types records one, it is no stranger to the other.
 */
public final class Apigatewayv2DomainName implements ResourceType {

  @Override
  public String name() {
    return "aws_apigatewayv2_domain_name";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(ApiGateway.GET));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    Map<String, DomainName> domains = ApiGateway.domainNames(batch.scope());
    return batch.resources().stream()
        .map(
            recorded ->
                domains.containsKey(recorded.id())
                    ? observed(batch, domains.get(recorded.id()))
                    : new Observation.Gone(
                        ApiGateway.GET + " lists every domain name, without this one"))
        .toList();
  }

  private static Observation observed(Batch batch, DomainName domain) {
    return batch
        .attributes()
        .from(domain)
        .put("id", domain.domainName())
        .put("arn", ApiGateway.arn(batch.scope(), "/domainnames/" + domain.domainName()))
        .put("domain_name_configuration", configuration(domain))
        .tags(domain.tags())
        .found();
  }

  /** Terraform knows one configuration only. */
  private static Value configuration(DomainName domain) {
    return Shape.renamed(
        Shape.of(domain.domainNameConfigurations().stream().limit(1).toList()),
        Map.of("api_gateway_domain_name", "target_domain_name"));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> rest =
        scope
            .recorded("aws_api_gateway_domain_name")
            .map(RecordedResource::id)
            .collect(Collectors.toSet());
    return ApiGateway.domainNames(scope).values().stream()
        .filter(Apigatewayv2DomainName::regional)
        .map(DomainName::domainName)
        .filter(name -> !rest.contains(name))
        .toList();
  }

  private static boolean regional(DomainName domain) {
    return domain.domainNameConfigurations().stream()
        .noneMatch(each -> each.endpointType() == EndpointType.EDGE);
  }
}
