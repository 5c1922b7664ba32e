package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IamUserPolicyAttachmentTest {

  private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnly";

  private final FakeIam iam = new FakeIam();
  private final IamUserPolicyAttachment type = new IamUserPolicyAttachment();

  @Test
  void reads_an_attachment_whatever_its_made_up_id() {
    iam.users.add(FakeIam.user("app"));
    assertComplete(type.name(), iam.found(type, attachment("app", READ_ONLY)));

    assertThat(iam.found(type, attachment("app", READ_ONLY)).entries())
        .containsEntry("id", Value.of("app-2026112108304934"))
        .containsEntry("user", Value.of("app"))
        .containsEntry("policy_arn", Value.of(READ_ONLY));
    assertThat(type.importIds(attachment("app", READ_ONLY))).containsExactly("app/" + READ_ONLY);
  }

  @ParameterizedTest
  @CsvSource({"app, arn:aws:iam::aws:policy/Other", "other, arn:aws:iam::aws:policy/ReadOnly"})
  void what_is_detached_or_whose_user_is_gone_is_gone(String user, String policy) {
    iam.users.add(FakeIam.user("app"));

    assertThat(iam.observe(type, attachment(user, policy))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, attachment("app", READ_ONLY)))
        .isInstanceOf(Observation.Unreadable.class);
  }

  private static RecordedResource attachment(String user, String policy) {
    return recorded(
        "aws_iam_user_policy_attachment",
        Map.of(
            "id", Value.of("app-2026112108304934"),
            "user", Value.of(user),
            "policy_arn", Value.of(policy)));
  }
}
