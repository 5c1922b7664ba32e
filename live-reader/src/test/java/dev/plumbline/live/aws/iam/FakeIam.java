package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.FakeScope.error;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** An IAM that holds what a test puts in, answers one role a page, and denies what a test says. */
final class FakeIam implements IamClient {

  static final String DOCUMENT =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}]}";

  private static final AttachedPolicy READ_ONLY =
      AttachedPolicy.builder()
          .policyName("ReadOnly")
          .policyArn("arn:aws:iam::aws:policy/ReadOnly")
          .build();

  final List<UserDetail> users = new ArrayList<>();
  final List<GroupDetail> groups = new ArrayList<>();
  final List<RoleDetail> roles = new ArrayList<>();
  final List<AccessKeyMetadata> keys = new ArrayList<>();
  final List<InstanceProfile> profiles = new ArrayList<>();
  final Map<String, GetOpenIdConnectProviderResponse> providers = new TreeMap<>();
  final List<ManagedPolicyDetail> documents = new ArrayList<>();
  final List<Policy> policies = new ArrayList<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  String denied = "";

  static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8);
  }

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  static RoleDetail role(String name) {
    return RoleDetail.builder()
        .roleName(name)
        .path("/")
        .arn("arn:aws:iam::123456789012:role/" + name)
        .roleId("AROA" + name)
        .assumeRolePolicyDocument(encoded(DOCUMENT))
        .rolePolicyList(
            PolicyDetail.builder().policyName("logs").policyDocument(encoded(DOCUMENT)).build())
        .attachedManagedPolicies(READ_ONLY)
        .permissionsBoundary(b -> b.permissionsBoundaryArn("arn:aws:iam::aws:policy/PowerUser"))
        .tags(tag("team", "core"))
        .build();
  }

  static UserDetail user(String name, String... groups) {
    return UserDetail.builder()
        .userName(name)
        .path("/people/")
        .arn("arn:aws:iam::123456789012:user/people/" + name)
        .userId("AIDA" + name)
        .groupList(groups)
        .userPolicyList(
            PolicyDetail.builder().policyName("logs").policyDocument(encoded(DOCUMENT)).build())
        .attachedManagedPolicies(READ_ONLY)
        .permissionsBoundary(b -> b.permissionsBoundaryArn("arn:aws:iam::aws:policy/PowerUser"))
        .tags(tag("team", "core"))
        .build();
  }

  static GroupDetail group(String name) {
    return GroupDetail.builder()
        .groupName(name)
        .path("/teams/")
        .arn("arn:aws:iam::123456789012:group/teams/" + name)
        .groupId("AGPA" + name)
        .groupPolicyList(
            PolicyDetail.builder().policyName("logs").policyDocument(encoded(DOCUMENT)).build())
        .attachedManagedPolicies(READ_ONLY)
        .build();
  }

  /** The attributes of the first resource, which has to be there. */
  Value.Mapping found(ResourceType type, RecordedResource... resources) {
    Observation observation = observe(type, resources);
    if (observation instanceof Observation.Found(var attributes, _)) {
      return attributes;
    }
    throw new AssertionError("not found: " + observation);
  }

  /** What is observed of the first resource. */
  Observation observe(ResourceType type, RecordedResource... resources) {
    return FakeScope.observe(type, Map.of(IamClient.class, this), resources).getFirst();
  }

  List<String> discover(ResourceType type) {
    return FakeScope.discover(type, Map.of(IamClient.class, this));
  }

  private void called(String operation) {
    calls.add(operation);
    if (operation.equals(denied)) {
      throw error("AccessDenied", 403);
    }
  }

  @Override
  public GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
      GetAccountAuthorizationDetailsRequest request) {
    called("GetAccountAuthorizationDetails");
    int page = request.marker() == null ? 0 : Integer.parseInt(request.marker());
    boolean more = page + 1 < roles.size();
    return GetAccountAuthorizationDetailsResponse.builder()
        .userDetailList(wanted(request, EntityType.USER) ? users : List.of())
        .groupDetailList(wanted(request, EntityType.GROUP) ? groups : List.of())
        .roleDetailList(roles.isEmpty() ? List.of() : List.of(roles.get(page)))
        .policies(documents)
        .isTruncated(more)
        .marker(more ? String.valueOf(page + 1) : null)
        .build();
  }

  private static boolean wanted(GetAccountAuthorizationDetailsRequest request, EntityType kind) {
    return request.filter().contains(kind);
  }

  @Override
  public ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request) {
    called("ListAccessKeys");
    if (users.stream().noneMatch(user -> user.userName().equals(request.userName()))) {
      throw error("NoSuchEntity", 404);
    }
    return ListAccessKeysResponse.builder()
        .accessKeyMetadata(
            keys.stream().filter(key -> key.userName().equals(request.userName())).toList())
        .isTruncated(false)
        .build();
  }

  @Override
  public GetInstanceProfileResponse getInstanceProfile(GetInstanceProfileRequest request) {
    called("GetInstanceProfile");
    return profiles.stream()
        .filter(profile -> profile.instanceProfileName().equals(request.instanceProfileName()))
        .findFirst()
        .map(profile -> GetInstanceProfileResponse.builder().instanceProfile(profile).build())
        .orElseThrow(() -> error("NoSuchEntity", 404));
  }

  @Override
  public GetOpenIdConnectProviderResponse getOpenIDConnectProvider(
      GetOpenIdConnectProviderRequest request) {
    called("GetOpenIDConnectProvider");
    return Optional.ofNullable(providers.get(request.openIDConnectProviderArn()))
        .orElseThrow(() -> error("NoSuchEntity", 404));
  }

  @Override
  public ListOpenIdConnectProvidersResponse listOpenIDConnectProviders(
      ListOpenIdConnectProvidersRequest request) {
    called("ListOpenIDConnectProviders");
    return ListOpenIdConnectProvidersResponse.builder()
        .openIDConnectProviderList(
            providers.keySet().stream()
                .map(arn -> OpenIDConnectProviderListEntry.builder().arn(arn).build())
                .toList())
        .build();
  }

  @Override
  public GetRoleResponse getRole(GetRoleRequest request) {
    called("GetRole");
    return GetRoleResponse.builder().role(settings(request.roleName())).build();
  }

  @Override
  public ListRolesResponse listRoles(ListRolesRequest request) {
    called("ListRoles");
    return ListRolesResponse.builder()
        .roles(roles.stream().map(role -> settings(role.roleName())).toList())
        .isTruncated(false)
        .build();
  }

  @Override
  public GetPolicyResponse getPolicy(GetPolicyRequest request) {
    called("GetPolicy");
    return policies.stream()
        .filter(policy -> policy.arn().equals(request.policyArn()))
        .findFirst()
        .map(policy -> GetPolicyResponse.builder().policy(policy).build())
        .orElseThrow(() -> error("NoSuchEntity", 404));
  }

  private static Role settings(String name) {
    return Role.builder().roleName(name).description("runs").maxSessionDuration(7200).build();
  }

  @Override
  public String serviceName() {
    return "iam";
  }

  @Override
  public void close() {}
}
