package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;

final class IamAccessKeyTest {

  private final FakeIam iam = new FakeIam();
  private final IamAccessKey type = new IamAccessKey();

  @BeforeEach
  void a_user_with_a_key() {
    iam.users.add(FakeIam.user("ben"));
    iam.keys.add(
        AccessKeyMetadata.builder()
            .accessKeyId("key-of-ben")
            .userName("ben")
            .status("Inactive")
            .createDate(Instant.parse("2026-11-20T12:00:33Z"))
            .build());
  }

  @Test
  void reads_a_key_without_its_secret() {
    assertComplete(type.name(), iam.found(type, key("key-of-ben", "ben")));

    assertThat(iam.found(type, key("key-of-ben", "ben")).entries())
        .containsEntry("id", Value.of("key-of-ben"))
        .containsEntry("user", Value.of("ben"))
        .containsEntry("status", Value.of("Inactive"))
        .containsEntry("create_date", Value.of("2026-11-20T12:00:33Z"))
        .doesNotContainKey("secret");
  }

  @Test
  void the_keys_of_a_user_are_listed_once() {
    iam.observe(type, key("key-of-ben", "ben"), key("other", "ben"));

    assertThat(iam.calls).containsExactly("ListAccessKeys");
  }

  @Test
  void a_key_that_its_user_does_not_have_is_gone() {
    assertThat(iam.observe(type, key("other", "ben"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_key_whose_user_is_gone_is_gone() {
    assertThat(iam.observe(type, key("key-of-ben", "ada"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "ListAccessKeys";

    assertThat(iam.observe(type, key("key-of-ben", "ben")))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("iam:ListAccessKeys"));
  }

  @Test
  void discovers_the_keys_of_every_user() {
    assertThat(iam.discover(type)).containsExactly("key-of-ben");
  }

  private static RecordedResource key(String id, String user) {
    return recorded("aws_iam_access_key", Map.of("id", Value.of(id), "user", Value.of(user)));
  }
}
