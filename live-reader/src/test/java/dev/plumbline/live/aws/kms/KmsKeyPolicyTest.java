package dev.plumbline.live.aws.kms;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyState;

final class KmsKeyPolicyTest {

  private final FakeKms kms = new FakeKms();
  private final KmsKeyPolicy type = new KmsKeyPolicy();

  @Test
  void reads_the_policy_of_a_key() {
    Value.Mapping policy = Completeness.found(observe(FakeKms.ID));

    assertComplete(type.name(), policy);
    assertThat(policy.entries())
        .containsEntry("id", Value.of(FakeKms.ID))
        .containsEntry("key_id", Value.of(FakeKms.ID))
        .containsEntry("policy", Value.of("{}"));
  }

  @Test
  void a_policy_is_gone_with_its_key() {
    kms.key("dying", key -> key.keyState(KeyState.PENDING_DELETION));

    assertThat(observe("nowhere")).isInstanceOf(Observation.Gone.class);
    assertThat(observe("dying"))
        .isInstanceOfSatisfying(
            Observation.Gone.class, gone -> assertThat(gone.evidence()).contains("deletion"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms:DescribeKey", "kms:GetKeyPolicy"})
  void access_denied_is_unreadable_never_gone(String action) {
    kms.denied = action;

    assertThat(observe(FakeKms.ID))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class, it -> assertThat(it.action()).isEqualTo(action));
  }

  private Observation observe(String id) {
    RecordedResource policy = recorded("aws_kms_key_policy", Map.of("id", Value.of(id)));
    return FakeScope.observe(type, Map.of(KmsClient.class, kms), policy).getFirst();
  }
}
