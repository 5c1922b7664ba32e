package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Sibling;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IamPolicyAttachmentTest {

  private final FakeIam iam = new FakeIam();
  private final IamPolicyAttachment type = new IamPolicyAttachment();

  @Test
  void reads_everything_that_the_policy_is_attached_to() {
    iam.users.addAll(
        List.of(
            FakeIam.user("ada"),
            FakeIam.user("ben").toBuilder().attachedManagedPolicies(List.of()).build()));
    iam.groups.add(FakeIam.group("ops"));
    iam.roles.add(FakeIam.role("app"));
    assertComplete(type.name(), iam.found(type, attachment("ReadOnly")));

    assertThat(iam.found(type, attachment("ReadOnly")).entries())
        .containsEntry("id", Value.of("reading"))
        .containsEntry("name", Value.of("reading"))
        .containsEntry("users", Value.of(List.of(Value.of("ada"))))
        .containsEntry("groups", Value.of(List.of(Value.of("ops"))))
        .containsEntry("roles", Value.of(List.of(Value.of("app"))));
  }

  @Test
  void a_policy_that_is_attached_to_nothing_has_no_attachment() {
    iam.users.add(FakeIam.user("ada"));

    assertThat(iam.observe(type, attachment("Other"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, attachment("ReadOnly")))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void an_attachment_of_one_holder_is_judged_by_itself() {
    assertThat(type.rules().siblings())
        .extracting(Sibling::attribute, Sibling::type)
        .containsExactlyInAnyOrder(
            tuple("users", "aws_iam_user_policy_attachment"),
            tuple("groups", "aws_iam_group_policy_attachment"),
            tuple("roles", "aws_iam_role_policy_attachment"));
  }

  private static RecordedResource attachment(String policy) {
    return recorded(
        "aws_iam_policy_attachment",
        Map.of(
            "id", Value.of("reading"),
            "name", Value.of("reading"),
            "policy_arn", Value.of("arn:aws:iam::aws:policy/" + policy)));
  }
}
