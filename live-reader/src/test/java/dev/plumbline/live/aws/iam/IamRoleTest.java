package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;

final class IamRoleTest {

  private static final @Nullable AttachedPermissionsBoundary NONE = null;

  private final FakeIam iam = new FakeIam();
  private final IamRole type = new IamRole();

  @Test
  void reads_a_role_with_everything_that_hangs_on_it() {
    iam.roles.add(FakeIam.role("app"));
    assertComplete(type.name(), iam.found(type, role("app")));

    assertThat(iam.found(type, role("app")).entries())
        .containsEntry("id", Value.of("app"))
        .containsEntry("name", Value.of("app"))
        .containsEntry("unique_id", Value.of("AROAapp"))
        .containsEntry("assume_role_policy", Value.of(FakeIam.DOCUMENT))
        .containsEntry("description", Value.of("runs"))
        .containsEntry("max_session_duration", Value.of(7200))
        .containsEntry("permissions_boundary", Value.of("arn:aws:iam::aws:policy/PowerUser"))
        .containsEntry(
            "managed_policy_arns", Value.of(List.of(Value.of("arn:aws:iam::aws:policy/ReadOnly"))))
        .containsEntry("inline_policy", Value.of(List.of(policy("logs", FakeIam.DOCUMENT))))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_boundary_that_was_taken_off_is_observed_as_unset() {
    iam.roles.add(FakeIam.role("app").toBuilder().permissionsBoundary(NONE).build());

    assertThat(iam.found(type, role("app")).entries())
        .containsEntry("permissions_boundary", Value.none());
  }

  @Test
  void a_role_on_a_later_page_of_the_listing_is_found() {
    iam.roles.addAll(List.of(FakeIam.role("app"), FakeIam.role("job")));

    assertThat(iam.found(type, role("job")).at("id")).isEqualTo(Value.of("job"));
  }

  @Test
  void few_roles_are_asked_for_one_by_one_and_many_in_one_listing() {
    Stream.of("a", "b", "c", "d").map(FakeIam::role).forEach(iam.roles::add);

    iam.found(type, role("a"));
    assertThat(iam.calls).contains("GetRole").doesNotContain("ListRoles");
    iam.calls.clear();
    iam.found(type, role("a"), role("b"), role("c"), role("d"));
    assertThat(iam.calls).containsOnlyOnce("ListRoles").doesNotContain("GetRole");
  }

  @Test
  void a_role_that_the_completed_listing_lacks_is_gone() {
    assertThat(iam.observe(type, role("app"))).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetAccountAuthorizationDetails", "GetRole"})
  void access_denied_is_unreadable_never_gone(String operation) {
    iam.roles.add(FakeIam.role("app"));
    iam.denied = operation;

    assertThat(iam.observe(type, role("app")))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("iam:" + operation));
  }

  @Test
  void an_inline_policy_is_the_same_however_it_is_spelt_and_whoever_owns_it() {
    Value spelt = policy("logs", FakeIam.DOCUMENT.replace("\":", "\" : "));
    Value.Mapping sibling =
        Value.of(Map.of("name", Value.of("logs"), "policy", Value.of(FakeIam.DOCUMENT)));

    assertThat(InlinePolicies.parts(Value.of(List.of(spelt))))
        .isEqualTo(InlinePolicies.ofRolePolicy(sibling));
  }

  @Test
  void an_empty_inline_policy_block_means_none() {
    assertThat(InlinePolicies.parts(Value.of(List.of(policy("", ""))))).isEmpty();
  }

  @Test
  void roles_that_aws_keeps_are_never_unmanaged() {
    iam.roles.addAll(
        List.of(
            FakeIam.role("app"),
            FakeIam.role("AWSServiceRoleForECS").toBuilder()
                .path("/aws-service-role/ecs.amazonaws.com/")
                .build()));

    assertThat(iam.discover(type)).containsExactly("app");
    assertThat(iam.discover(new IamRolePolicy())).containsExactly("app:logs");
    assertThat(iam.discover(new IamRolePolicyAttachment()))
        .containsExactly("app/arn:aws:iam::aws:policy/ReadOnly");
  }

  private static RecordedResource role(String name) {
    return recorded("aws_iam_role", Map.of("id", Value.of(name)));
  }

  private static Value policy(String name, String document) {
    return Value.of(Map.of("name", Value.of(name), "policy", Value.of(document)));
  }
}
