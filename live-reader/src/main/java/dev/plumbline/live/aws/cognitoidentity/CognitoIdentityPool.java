package dev.plumbline.live.aws.cognitoidentity;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityPoolShortDescription;

/**
 * {@code aws_cognito_identity_pool}, named by its id. The listing has names only: one call each.
 */
public final class CognitoIdentityPool implements ResourceType {

  private static final String DESCRIBE = "cognito-identity:DescribeIdentityPool";
  private static final String LIST = "cognito-identity:ListIdentityPools";
  private static final int PAGE = 60;

  static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  @Override
  public String name() {
    return "aws_cognito_identity_pool";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(DESCRIBE, LIST));
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
            NOT_FOUND,
            () -> client(scope).describeIdentityPool(r -> r.identityPoolId(recorded.id())))
        .<Observation>map(pool -> observed(batch, pool))
        .orElseGet(() -> new Observation.Gone(DESCRIBE + " says that the pool does not exist"));
  }

  private static Observation observed(Batch batch, DescribeIdentityPoolResponse pool) {
    String id = pool.identityPoolId();
    return batch
        .attributes()
        .from(pool)
        .put("id", id)
        .put("arn", batch.scope().arn("cognito-identity", "identitypool/" + id))
        .put("openid_connect_provider_arns", pool.openIdConnectProviderARNs())
        .put("saml_provider_arns", pool.samlProviderARNs())
        .tags(pool.identityPoolTags())
        .found();
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            client(scope).listIdentityPoolsPaginator(r -> r.maxResults(PAGE)).stream()
                .flatMap(page -> page.identityPools().stream())
                .map(IdentityPoolShortDescription::identityPoolId)
                .toList());
  }

  static CognitoIdentityClient client(AwsScope scope) {
    return scope.client(CognitoIdentityClient.class, CognitoIdentityClient::builder);
  }
}
