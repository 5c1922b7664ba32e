package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IamUserGroupMembershipTest {

  private final FakeIam iam = new FakeIam();
  private final IamUserGroupMembership type = new IamUserGroupMembership();

  @Test
  void reads_of_the_users_groups_those_that_it_names() {
    iam.users.add(FakeIam.user("ada", "audit", "anothers"));
    assertComplete(type.name(), iam.found(type, membership()));

    assertThat(iam.found(type, membership()).entries())
        .containsEntry("id", Value.of("terraform-2026"))
        .containsEntry("user", Value.of("ada"))
        .containsEntry("groups", Value.of(List.of(Value.of("audit"))));
  }

  @Test
  void a_user_that_left_all_its_groups_is_there_and_in_none() {
    iam.users.add(FakeIam.user("ada", "anothers"));

    assertThat(iam.found(type, membership()).at("groups").isEmpty()).isTrue();
  }

  @Test
  void a_membership_of_a_user_that_is_gone_is_gone() {
    assertThat(iam.observe(type, membership())).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, membership())).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void stands_for_one_import_of_each_group() {
    assertThat(type.importIds(membership())).containsExactly("ada/audit", "ada/ops");
  }

  private static RecordedResource membership() {
    return recorded(
        "aws_iam_user_group_membership",
        Map.of(
            "id", Value.of("terraform-2026"),
            "user", Value.of("ada"),
            "groups", Value.of(List.of(Value.of("audit"), Value.of("ops")))));
  }
}
