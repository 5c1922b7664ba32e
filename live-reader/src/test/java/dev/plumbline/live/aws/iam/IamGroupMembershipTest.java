package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IamGroupMembershipTest {

  private final FakeIam iam = new FakeIam();
  private final IamGroupMembership type = new IamGroupMembership();

  @Test
  void reads_all_users_of_the_group_and_no_others() {
    iam.groups.add(FakeIam.group("ops"));
    iam.users.addAll(
        List.of(FakeIam.user("ada", "ops"), FakeIam.user("ben", "audit"), FakeIam.user("cy")));
    assertComplete(type.name(), iam.found(type, membership()));

    assertThat(iam.found(type, membership()).entries())
        .containsEntry("id", Value.of("operators"))
        .containsEntry("name", Value.of("operators"))
        .containsEntry("group", Value.of("ops"))
        .containsEntry("users", Value.of(List.of(Value.of("ada"))));
  }

  @Test
  void a_group_without_users_is_there_and_has_none() {
    iam.groups.add(FakeIam.group("ops"));

    assertThat(iam.found(type, membership()).at("users").isEmpty()).isTrue();
  }

  @Test
  void a_membership_of_a_group_that_is_gone_is_gone() {
    iam.users.add(FakeIam.user("ada", "other"));

    assertThat(iam.observe(type, membership())).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_user_that_its_own_membership_names_is_judged_there() {
    Sibling own = type.rules().siblings().getFirst();

    assertThat(own.type()).isEqualTo("aws_iam_user_group_membership");
    assertThat(own.elements().orElseThrow().apply(Value.of(Map.of("user", Value.of("cy")))))
        .containsExactly(Value.of("cy"));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, membership())).isInstanceOf(Observation.Unreadable.class);
  }

  private static RecordedResource membership() {
    return recorded(
        "aws_iam_group_membership",
        Map.of(
            "id", Value.of("operators"),
            "name", Value.of("operators"),
            "group", Value.of("ops")));
  }
}
