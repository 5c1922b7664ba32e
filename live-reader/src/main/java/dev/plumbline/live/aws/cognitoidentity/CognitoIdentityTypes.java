package dev.plumbline.live.aws.cognitoidentity;

import dev.plumbline.live.aws.ResourceType;
import java.util.Map;
import java.util.function.Supplier;

/** What is read of Cognito identity pools, with what makes each reader. */
public final class CognitoIdentityTypes {

  public static final Map<String, Supplier<ResourceType>> ALL =
      Map.ofEntries(
          Map.entry("aws_cognito_identity_pool", CognitoIdentityPool::new),
          Map.entry(
              "aws_cognito_identity_pool_roles_attachment",
              CognitoIdentityPoolRolesAttachment::new));

  private CognitoIdentityTypes() {}
}
