package dev.plumbline.live.aws.apigateway;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.POLICY;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.model.DomainName;

/**
 * {@code aws_api_gateway_domain_name}, named by the domain name, and for a private one, whose name
 * is not unique, by its id as well. The HTTP APIs' domain names are the same ones.
 */
public final class ApiGatewayDomainName implements ResourceType {

  private static final String PATH = "/domainnames";

  private static final Comparator<DomainName> PUBLIC_FIRST =
      Comparator.comparing(ApiGatewayDomainName::importId);

  @Override
  public String name() {
    return "aws_api_gateway_domain_name";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(POLICY, "policy")
        .with(INSTANT, "certificate_upload_date")
        .withUnobservable(
            "write-only; the API does not return it",
            "certificate_body",
            "certificate_chain",
            "certificate_private_key");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    List<DomainName> all = all(batch.scope());
    return batch.each(
        recorded ->
            all.stream()
                .filter(domain -> names(recorded.id(), domain))
                .min(PUBLIC_FIRST)
                .<Observation>map(domain -> attributes(batch, recorded, domain).found())
                .orElseGet(() -> ApiGateway.gone(PATH)));
  }

  private static boolean names(String id, DomainName domain) {
    return id.equals(domain.domainName()) || id.equals(importId(domain));
  }

  private static Attributes attributes(Batch batch, RecordedResource recorded, DomainName domain) {
    String arn = ApiGateway.arn(batch.scope(), PATH + "/" + recorded.id());
    return batch
        .attributes()
        .from(domain)
        .put("id", recorded.id())
        .put("arn", domain.domainNameArn() == null ? arn : domain.domainNameArn())
        .put("cloudfront_domain_name", domain.distributionDomainName())
        .put("cloudfront_zone_id", zone(batch.scope()))
        .put("regional_zone_id", domain.regionalHostedZoneId())
        .tags(domain.tags());
  }

  /** The zone of every CloudFront distribution of a partition; the provider records it for all. */
  private static String zone(AwsScope scope) {
    return scope.partition().equals("aws-cn") ? "Z3RFFRIM2A3IF5" : "Z2FDTNDATAQYW2";
  }

  /** Those that are no HTTP API's in the state. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> others =
        scope
            .recorded("aws_apigatewayv2_domain_name")
            .map(RecordedResource::id)
            .collect(Collectors.toSet());
    return all(scope).stream()
        .filter(domain -> !others.contains(domain.domainName()))
        .map(ApiGatewayDomainName::importId)
        .toList();
  }

  private static String importId(DomainName domain) {
    String id = domain.domainNameId();
    return id == null || id.isEmpty() ? domain.domainName() : ImportId.of(domain.domainName(), id);
  }

  private static List<DomainName> all(AwsScope scope) {
    return scope.shared(
        ApiGateway.GET + " " + PATH,
        () ->
            scope.call(
                ApiGateway.GET,
                () ->
                    ApiGateway.client(scope)
                        .getDomainNamesPaginator(r -> r.limit(ApiGateway.PAGE))
                        .items()
                        .stream()
                        .toList()));
  }
}
