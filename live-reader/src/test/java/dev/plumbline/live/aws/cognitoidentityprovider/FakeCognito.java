package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolClientResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolDomainRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolDomainResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListGroupsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListResourceServersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListResourceServersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** A Cognito with one user pool, and what a test puts into it. */
final class FakeCognito implements CognitoIdentityProviderClient {

  static final String POOL = "us-east-1_Abc";

  final UserPoolType.Builder pool = UserPoolType.builder().id(POOL);
  final GetUserPoolMfaConfigResponse.Builder mfa = GetUserPoolMfaConfigResponse.builder();
  final UserPoolClientType.Builder client = UserPoolClientType.builder().clientId("c1");
  final DomainDescriptionType.Builder domain = DomainDescriptionType.builder();
  final List<GroupType> groups = new ArrayList<>();
  final List<ResourceServerType> servers = new ArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  String failure = "";

  Observation observe(ResourceType type, RecordedResource... resources) {
    return all(type, resources).getFirst();
  }

  List<Observation> all(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(CognitoIdentityProviderClient.class, this), resources);
  }

  List<String> discover(ResourceType type, RecordedResource... resources) {
    return FakeScope.discover(type, Map.of(CognitoIdentityProviderClient.class, this), resources);
  }

  private void ask(String what) {
    asked.add(what);
    if (!failure.isEmpty()) {
      throw error(failure, 400);
    }
  }

  @Override
  public DescribeUserPoolResponse describeUserPool(DescribeUserPoolRequest request) {
    ask("pool");
    return DescribeUserPoolResponse.builder().userPool(pool.build()).build();
  }

  @Override
  public GetUserPoolMfaConfigResponse getUserPoolMfaConfig(GetUserPoolMfaConfigRequest request) {
    ask("mfa");
    return mfa.build();
  }

  @Override
  public DescribeUserPoolClientResponse describeUserPoolClient(
      DescribeUserPoolClientRequest request) {
    ask("client");
    return DescribeUserPoolClientResponse.builder().userPoolClient(client.build()).build();
  }

  @Override
  public DescribeUserPoolDomainResponse describeUserPoolDomain(
      DescribeUserPoolDomainRequest request) {
    ask("domain");
    return DescribeUserPoolDomainResponse.builder().domainDescription(domain.build()).build();
  }

  @Override
  public ListGroupsResponse listGroups(ListGroupsRequest request) {
    ask("groups");
    return ListGroupsResponse.builder().groups(groups).build();
  }

  @Override
  public ListResourceServersResponse listResourceServers(ListResourceServersRequest request) {
    ask("servers");
    return ListResourceServersResponse.builder().resourceServers(servers).build();
  }

  @Override
  public ListUserPoolClientsResponse listUserPoolClients(ListUserPoolClientsRequest request) {
    ask("clients");
    return ListUserPoolClientsResponse.builder()
        .userPoolClients(c -> c.clientId("c1"), c -> c.clientId("c2"))
        .build();
  }

  @Override
  public ListUserPoolsResponse listUserPools(ListUserPoolsRequest request) {
    ask("pools");
    return ListUserPoolsResponse.builder().userPools(p -> p.id(POOL)).build();
  }

  @Override
  public String serviceName() {
    return "cognito-idp";
  }

  @Override
  public void close() {}
}
