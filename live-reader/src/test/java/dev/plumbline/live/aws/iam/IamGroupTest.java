package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IamGroupTest {

  private final FakeIam iam = new FakeIam();
  private final IamGroup type = new IamGroup();

  @Test
  void reads_a_group_from_the_accounts_listing_alone() {
    iam.groups.add(FakeIam.group("ops"));
    assertComplete(type.name(), iam.found(type, group("ops")));

    assertThat(iam.found(type, group("ops")).entries())
        .containsEntry("id", Value.of("ops"))
        .containsEntry("name", Value.of("ops"))
        .containsEntry("path", Value.of("/teams/"))
        .containsEntry("arn", Value.of("arn:aws:iam::123456789012:group/teams/ops"))
        .containsEntry("unique_id", Value.of("AGPAops"));
  }

  @Test
  void a_group_that_the_completed_listing_lacks_is_gone() {
    assertThat(iam.observe(type, group("ops"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetAccountAuthorizationDetails";

    assertThat(iam.observe(type, group("ops"))).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void discovers_every_group_and_what_hangs_on_it() {
    iam.groups.add(FakeIam.group("ops"));

    assertThat(iam.discover(type)).containsExactly("ops");
    assertThat(iam.discover(new IamGroupPolicy())).containsExactly("ops:logs");
    assertThat(iam.discover(new IamGroupPolicyAttachment()))
        .containsExactly("ops/arn:aws:iam::aws:policy/ReadOnly");
  }

  private static RecordedResource group(String name) {
    return recorded("aws_iam_group", Map.of("id", Value.of(name)));
  }
}
