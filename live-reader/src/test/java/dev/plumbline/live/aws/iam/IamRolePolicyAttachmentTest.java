package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IamRolePolicyAttachmentTest {

  private final FakeIam iam = new FakeIam();
  private final IamRolePolicyAttachment type = new IamRolePolicyAttachment();

  @Test
  void an_attachment_that_is_there_is_as_recorded() {
    iam.roles.add(FakeIam.role("app"));
    RecordedResource attachment = attachment("app", "ReadOnly");
    assertComplete(type.name(), iam.found(type, attachment));

    assertThat(iam.found(type, attachment)).isEqualTo(attachment.attributes());
  }

  @Test
  void a_policy_that_was_detached_and_a_role_that_is_gone_are_gone() {
    iam.roles.add(FakeIam.role("app"));

    assertThat(iam.observe(type, attachment("app", "Admin"))).isInstanceOf(Observation.Gone.class);
    assertThat(iam.observe(type, attachment("job", "ReadOnly")))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, attachment("app", "ReadOnly")))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void it_is_imported_by_role_and_policy() {
    assertThat(type.importIds(attachment("app", "ReadOnly")))
        .containsExactly("app/arn:aws:iam::aws:policy/ReadOnly");
  }

  private static RecordedResource attachment(String role, String policy) {
    return recorded(
        "aws_iam_role_policy_attachment",
        Map.of(
            "id", Value.of(role + "-20260101"),
            "role", Value.of(role),
            "policy_arn", Value.of("arn:aws:iam::aws:policy/" + policy)));
  }
}
