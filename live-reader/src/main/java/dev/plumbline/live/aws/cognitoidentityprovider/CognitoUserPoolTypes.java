package dev.plumbline.live.aws.cognitoidentityprovider;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Cognito user pools, with what makes each reader. */
public final class CognitoUserPoolTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_cognito_resource_server", CognitoResourceServer::new),
          Map.entry("aws_cognito_user_group", CognitoUserGroup::new),
          Map.entry("aws_cognito_user_pool", CognitoUserPool::new),
          Map.entry("aws_cognito_user_pool_client", CognitoUserPoolClient::new),
          Map.entry("aws_cognito_user_pool_domain", CognitoUserPoolDomain::new));

  private CognitoUserPoolTypes() {}
}
