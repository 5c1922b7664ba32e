package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.engine.Meaning.INSTANT;
import static dev.plumbline.engine.Meaning.VOLATILE;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.TypeRules;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ReadFailure;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * {@code aws_cognito_user_pool}, named by its id. Two calls each: Cognito tells some of the
 * multi-factor settings apart.
 */
public final class CognitoUserPool implements ResourceType {

  private static final String MFA = "cognito-idp:GetUserPoolMfaConfig";
  private static final String LIST = "cognito-idp:ListUserPools";
  private static final int PAGE = 60;

  @Override
  public String name() {
    return "aws_cognito_user_pool";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(UserPools.DESCRIBE, MFA, LIST));
  }

  @Override
  public TypeRules rules() {
    return TypeRules.PLAIN
        .with(VOLATILE, "estimated_number_of_users", "last_modified_date")
        .with(INSTANT, "creation_date");
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            UserPools.pool(batch.scope(), recorded.id())
                .map(pool -> observed(batch, recorded, pool))
                .orElseGet(
                    () ->
                        new Observation.Gone(
                            UserPools.DESCRIBE + " says that the pool does not exist")));
  }

  private static Observation observed(Batch batch, RecordedResource recorded, UserPoolType pool) {
    return UserPoolAttributes.of(
            batch.attributes(), batch.scope(), recorded, pool, mfa(batch.scope(), pool.id()))
        .tags(pool.userPoolTags())
        .found();
  }

  private static GetUserPoolMfaConfigResponse mfa(AwsScope scope, String pool) {
    Optional<GetUserPoolMfaConfigResponse> settings =
        scope.find(
            MFA,
            UserPools.NOT_FOUND,
            () -> UserPools.client(scope).getUserPoolMfaConfig(r -> r.userPoolId(pool)));
    return settings.orElseThrow(
        () ->
            new ReadFailure(
                ReadFailure.Kind.IN_TRANSITION, MFA, "in transition (deleted); read again later."));
  }

  @Override
  public List<String> discover(AwsScope scope) {
    return scope.call(
        LIST,
        () ->
            UserPools.client(scope).listUserPoolsPaginator(r -> r.maxResults(PAGE)).stream()
                .flatMap(page -> page.userPools().stream())
                .map(UserPoolDescriptionType::id)
                .toList());
  }
}
