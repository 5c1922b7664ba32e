package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;

final class IamUserTest {

  private final FakeIam iam = new FakeIam();
  private final IamUser type = new IamUser();

  @Test
  void reads_a_user_from_the_accounts_listing_alone() {
    iam.users.add(FakeIam.user("ada"));
    assertComplete(type.name(), iam.found(type, user("ada")));

    assertThat(iam.found(type, user("ada")).entries())
        .containsEntry("id", Value.of("ada"))
        .containsEntry("name", Value.of("ada"))
        .containsEntry("path", Value.of("/people/"))
        .containsEntry("arn", Value.of("arn:aws:iam::123456789012:user/people/ada"))
        .containsEntry("unique_id", Value.of("AIDAada"))
        .containsEntry("permissions_boundary", Value.of("arn:aws:iam::aws:policy/PowerUser"))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
    assertThat(iam.calls).containsOnly("GetAccountAuthorizationDetails");
  }

  @Test
  void a_boundary_that_was_taken_off_is_observed_as_unset() {
    AttachedPermissionsBoundary none = AttachedPermissionsBoundary.builder().build();
    iam.users.add(FakeIam.user("ada").toBuilder().permissionsBoundary(none).build());

    assertThat(iam.found(type, user("ada")).entries())
        .containsEntry("permissions_boundary", Value.none());
  }

  @Test
  void a_user_that_the_completed_listing_lacks_is_gone() {
    assertThat(iam.observe(type, user("ada"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, user("ada"))).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void discovers_every_user_and_what_hangs_on_it() {
    iam.users.add(FakeIam.user("ada", "ops"));

    assertThat(iam.discover(type)).containsExactly("ada");
    assertThat(iam.discover(new IamUserPolicy())).containsExactly("ada:logs");
    assertThat(iam.discover(new IamUserPolicyAttachment()))
        .containsExactly("ada/arn:aws:iam::aws:policy/ReadOnly");
    assertThat(iam.discover(new IamUserGroupMembership())).containsExactly("ada/ops");
  }

  private static RecordedResource user(String name) {
    return recorded("aws_iam_user", Map.of("id", Value.of(name)));
  }
}
