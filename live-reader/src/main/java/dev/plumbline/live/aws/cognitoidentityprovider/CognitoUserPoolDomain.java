package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CustomDomainConfigType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * {@code aws_cognito_user_pool_domain}, named by its domain. Of a domain that does not exist
 * Cognito answers an empty description.
 */
public final class CognitoUserPoolDomain implements ResourceType {

  private static final String DESCRIBE = "cognito-idp:DescribeUserPoolDomain";

  /** The hosted zone of all CloudFront distributions. Source: the AWS General Reference. */
  private static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

  private static final String CLOUDFRONT_ZONE_OF_CHINA = "Z3RFFRIM2A3IF5";

  @Override
  public String name() {
    return "aws_cognito_user_pool_domain";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, UserPools.DESCRIBE));
  }

  /** A domain stays in its account. */
  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN.with(VOLATILE, "aws_account_id");
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_cognito_user_pool", "id", "user_pool_id"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(recorded -> observe(batch, recorded));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    return scope
        .find(
            DESCRIBE,
            UserPools.NOT_FOUND,
            () ->
                UserPools.client(scope)
                    .describeUserPoolDomain(r -> r.domain(recorded.id()))
                    .domainDescription())
        .filter(domain -> domain.status() != null)
        .<Observation>map(domain -> observed(batch, recorded.id(), domain))
        .orElseGet(() -> new Observation.Gone(DESCRIBE + " describes no such domain"));
  }

  private static Observation observed(Batch batch, String id, DomainDescriptionType domain) {
    String distribution = domain.cloudFrontDistribution();
    return batch
        .attributes()
        .from(domain)
        .put("id", id)
        .put("domain", id)
        .put(
            "certificate_arn",
            Optional.ofNullable(domain.customDomainConfig())
                .map(CustomDomainConfigType::certificateArn)
                .orElse(null))
        .put("cloudfront_distribution", distribution)
        .put("cloudfront_distribution_arn", distribution)
        .put(
            "cloudfront_distribution_zone_id",
            batch.scope().partition().equals("aws-cn") ? CLOUDFRONT_ZONE_OF_CHINA : CLOUDFRONT_ZONE)
        .found();
  }

  /** Those of the pools that are read. */
  @Override
  public List<String> discover(AwsScope scope) {
    List<String> pools = scope.recorded("aws_cognito_user_pool").map(RecordedResource::id).toList();
    return scope.forAll(pools, pool -> UserPools.pool(scope, pool)).stream()
        .flatMap(Optional::stream)
        .flatMap(CognitoUserPoolDomain::domains)
        .toList();
  }

  private static Stream<String> domains(UserPoolType pool) {
    return Stream.of(pool.domain(), pool.customDomain())
        .filter(domain -> domain != null && !domain.isEmpty());
  }
}
