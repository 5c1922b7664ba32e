package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.InstanceProfile;

final class IamInstanceProfileTest {

  private static final InstanceProfile MACHINE =
      InstanceProfile.builder()
          .instanceProfileName("machine")
          .instanceProfileId("AIPAmachine")
          .arn("arn:aws:iam::123456789012:instance-profile/machines/machine")
          .path("/machines/")
          .createDate(Instant.EPOCH)
          .roles(r -> r.roleName("app"))
          .tags(FakeIam.tag("team", "core"))
          .build();

  private final FakeIam iam = new FakeIam();
  private final IamInstanceProfile type = new IamInstanceProfile();

  @Test
  void reads_a_profile_with_its_role_and_tags() {
    iam.profiles.add(MACHINE);
    assertComplete(type.name(), iam.found(type, profile("machine")));

    assertThat(iam.found(type, profile("machine")).entries())
        .containsEntry("id", Value.of("machine"))
        .containsEntry("name", Value.of("machine"))
        .containsEntry("path", Value.of("/machines/"))
        .containsEntry("unique_id", Value.of("AIPAmachine"))
        .containsEntry("role", Value.of("app"))
        .containsEntry("create_date", Value.of("1970-01-01T00:00:00Z"))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_profile_whose_role_was_taken_out_has_none() {
    iam.profiles.add(MACHINE.toBuilder().roles(List.of()).build());

    assertThat(iam.found(type, profile("machine")).entries()).containsEntry("role", Value.none());
  }

  @Test
  void a_profile_that_iam_says_does_not_exist_is_gone() {
    assertThat(iam.observe(type, profile("machine"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetInstanceProfile";

    assertThat(iam.observe(type, profile("machine"))).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void discovers_the_profiles_of_roles_in_the_accounts_listing() {
    iam.roles.add(FakeIam.role("app").toBuilder().instanceProfileList(MACHINE).build());

    assertThat(iam.discover(type)).containsExactly("machine");
    assertThat(iam.calls).containsExactly("GetAccountAuthorizationDetails");
  }

  private static RecordedResource profile(String name) {
    return recorded("aws_iam_instance_profile", Map.of("id", Value.of(name)));
  }
}
