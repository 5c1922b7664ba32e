package dev.plumbline.live.aws.cognitoidentityprovider;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

final class CognitoUserGroupTest {

  private final FakeCognito cognito = new FakeCognito();

  @BeforeEach
  void has_a_group() {
    cognito.groups.add(
        GroupType.builder()
            .groupName("staff/night")
            .userPoolId(FakeCognito.POOL)
            .description("who is here at night")
            .precedence(0)
            .roleArn("arn:role")
            .build());
  }

  @Test
  void all_groups_of_a_pool_are_asked_for_once() {
    List<Observation> both =
        cognito.all(new CognitoUserGroup(), group("staff/night"), group("other"));

    Value.Mapping attributes = found(both.getFirst());
    assertComplete("aws_cognito_user_group", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of(FakeCognito.POOL + "/staff/night"));
    assertThat(attributes.at("name")).isEqualTo(Value.of("staff/night"));
    assertThat(attributes.at("precedence")).isEqualTo(Value.of(0));
    assertThat(attributes.at("role_arn")).isEqualTo(Value.of("arn:role"));
    assertThat(both.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(cognito.asked).containsExactly("groups");
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    cognito.failure = "AccessDeniedException";

    assertThat(cognito.observe(new CognitoUserGroup(), group("x")))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void groups_that_cognito_makes_for_an_identity_provider_are_not_discovered() {
    cognito.groups.add(GroupType.builder().groupName(FakeCognito.POOL + "_Google").build());

    assertThat(cognito.discover(new CognitoUserGroup(), group("x")))
        .containsExactly(FakeCognito.POOL + "/staff/night");
  }

  private static RecordedResource group(String name) {
    return recorded(
        "aws_cognito_user_group",
        Map.of(
            "id", Value.of(FakeCognito.POOL + "/" + name),
            "user_pool_id", Value.of(FakeCognito.POOL)));
  }
}
