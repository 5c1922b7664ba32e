package dev.plumbline.live.aws.kms;

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
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyManagerType;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.OriginType;

final class KmsKeyTest {

  private static final String ID = FakeKms.ID;

  private final FakeKms kms = new FakeKms();

  @Test
  void reads_a_key_with_its_policy_rotation_and_tags() {
    Value.Mapping attributes = found(Value.of(90));

    assertThat(attributes.at("key_id")).isEqualTo(Value.of(ID));
    assertThat(attributes.at("customer_master_key_spec")).isEqualTo(Value.of("SYMMETRIC_DEFAULT"));
    assertThat(attributes.at("key_usage")).isEqualTo(Value.of("ENCRYPT_DECRYPT"));
    assertThat(attributes.at("is_enabled")).isEqualTo(Value.of(true));
    assertThat(attributes.at("enable_key_rotation")).isEqualTo(Value.of(true));
    assertThat(attributes.at("rotation_period_in_days")).isEqualTo(Value.of(365));
    assertThat(attributes.at("policy")).isEqualTo(Value.of("{}"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void every_attribute_is_observed_or_declared_unobservable() {
    Completeness.assertComplete("aws_kms_key", found(Value.none()));
  }

  @Test
  void the_default_rotation_period_is_no_drift_from_a_state_that_holds_none() {
    assertThat(found(Value.of(0)).at("rotation_period_in_days")).isEqualTo(Value.of(0));
  }

  @Test
  void a_key_that_kms_never_rotates_is_not_asked_about_rotation() {
    kms.key("own", key -> key.keySpec(KeySpec.ECC_NIST_P256));
    kms.denied = "kms:GetKeyRotationStatus";

    assertThat(found(Value.none()).at("enable_key_rotation")).isEqualTo(Value.of(false));
  }

  @Test
  void a_key_that_kms_does_not_know_is_gone() {
    kms.keys.clear();

    assertThat(observe(Value.none())).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING_DELETION", "PENDING_REPLICA_DELETION"})
  void a_key_that_waits_for_its_deletion_is_gone_and_the_evidence_says_so(KeyState state) {
    kms.key("own", key -> key.keyState(state));

    assertThat(observe(Value.none()))
        .isInstanceOfSatisfying(
            Observation.Gone.class,
            gone -> assertThat(gone.evidence()).contains("waits for its deletion"));
  }

  @Test
  void a_key_in_creation_is_unreadable() {
    kms.key("own", key -> key.keyState(KeyState.CREATING));

    assertThat(observe(Value.none())).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    kms.denied = "kms:GetKeyPolicy";

    assertThat(observe(Value.none()))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.action()).isEqualTo("kms:GetKeyPolicy"));
  }

  @Test
  void keys_that_aws_keeps_for_its_services_are_not_even_asked_for() {
    kms.key("of-a-service", key -> key.description("Default key"));
    kms.alias("alias/aws/ebs", "of-a-service");

    assertThat(FakeScope.discover(new KmsKey(), Map.of(KmsClient.class, kms))).containsExactly(ID);
    assertThat(kms.calls).containsOnlyOnce("kms:DescribeKey");
  }

  @Test
  void discovers_customer_keys_only() {
    kms.key("aws", key -> key.keyManager(KeyManagerType.AWS));
    kms.key("dying", key -> key.keyState(KeyState.PENDING_DELETION));
    kms.key("imported", key -> key.origin(OriginType.EXTERNAL));
    kms.key(
        "replica",
        key ->
            key.multiRegionConfiguration(c -> c.multiRegionKeyType("REPLICA")).multiRegion(true));

    assertThat(FakeScope.discover(new KmsKey(), Map.of(KmsClient.class, kms))).containsExactly(ID);
  }

  private Value.Mapping found(Value recordedDays) {
    return Completeness.found(observe(recordedDays));
  }

  private Observation observe(Value recordedDays) {
    RecordedResource key =
        recorded(
            "aws_kms_key", Map.of("id", Value.of(ID), "rotation_period_in_days", recordedDays));
    return FakeScope.observe(new KmsKey(), Map.of(KmsClient.class, kms), key).getFirst();
  }
}
