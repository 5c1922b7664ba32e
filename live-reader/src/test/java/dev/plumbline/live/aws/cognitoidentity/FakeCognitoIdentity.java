package dev.plumbline.live.aws.cognitoidentity;

import static dev.plumbline.live.aws.FakeScope.error;

import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolRequest;
import software.amazon.awssdk.services.cognitoidentity.model.DescribeIdentityPoolResponse;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesRequest;
import software.amazon.awssdk.services.cognitoidentity.model.GetIdentityPoolRolesResponse;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentityPoolsRequest;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentityPoolsResponse;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;

/** A Cognito with one identity pool. */
final class FakeCognitoIdentity implements CognitoIdentityClient {

  final DescribeIdentityPoolResponse.Builder pool = DescribeIdentityPoolResponse.builder();
  final GetIdentityPoolRolesResponse.Builder roles = GetIdentityPoolRolesResponse.builder();
  String failure = "";

  static RoleMapping rules(String claim, String match, String value, String role) {
    return RoleMapping.builder()
        .type("Rules")
        .ambiguousRoleResolution("Deny")
        .rulesConfiguration(
            c -> c.rules(r -> r.claim(claim).matchType(match).value(value).roleARN(role)))
        .build();
  }

  private void ask() {
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
  }

  @Override
  public DescribeIdentityPoolResponse describeIdentityPool(DescribeIdentityPoolRequest request) {
    ask();
    return pool.build();
  }

  @Override
  public GetIdentityPoolRolesResponse getIdentityPoolRoles(GetIdentityPoolRolesRequest request) {
    ask();
    return roles.build();
  }

  @Override
  public ListIdentityPoolsResponse listIdentityPools(ListIdentityPoolsRequest request) {
    ask();
    return ListIdentityPoolsResponse.builder()
        .identityPools(p -> p.identityPoolId("us-east-1:other"))
        .build();
  }

  @Override
  public String serviceName() {
    return "cognito-identity";
  }

  @Override
  public void close() {}
}
