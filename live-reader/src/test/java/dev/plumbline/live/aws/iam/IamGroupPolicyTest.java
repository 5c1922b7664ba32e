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
import org.junit.jupiter.params.provider.ValueSource;

final class IamGroupPolicyTest {

  private final FakeIam iam = new FakeIam();
  private final IamGroupPolicy type = new IamGroupPolicy();

  @Test
  void reads_a_groups_inline_policy() {
    iam.groups.add(FakeIam.group("app"));
    assertComplete(type.name(), iam.found(type, policy("app:logs")));

    assertThat(iam.found(type, policy("app:logs")).entries())
        .containsEntry("id", Value.of("app:logs"))
        .containsEntry("group", Value.of("app"))
        .containsEntry("name", Value.of("logs"))
        .containsEntry("policy", Value.of(FakeIam.DOCUMENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"app:other", "other:logs", "nonsense"})
  void a_policy_that_its_group_lacks_or_whose_group_is_gone_is_gone(String id) {
    iam.groups.add(FakeIam.group("app"));

    assertThat(iam.observe(type, policy(id))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, policy("app:logs"))).isInstanceOf(Observation.Unreadable.class);
  }

  private static RecordedResource policy(String id) {
    return recorded("aws_iam_group_policy", Map.of("id", Value.of(id)));
  }
}
