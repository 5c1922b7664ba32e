package dev.plumbline.live.aws.kms;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Completeness;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GrantListEntry;

final class KmsGrantTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/app";

  private final FakeKms kms = new FakeKms();
  private final KmsGrant type = new KmsGrant();

  @BeforeEach
  void grant() {
    GrantListEntry bound =
        GrantListEntry.builder()
            .keyId(FakeKms.ID)
            .grantId("0c237476b39f")
            .name("backup")
            .granteePrincipal(ROLE)
            .retiringPrincipal(ROLE)
            .operationsWithStrings("Decrypt", "Encrypt")
            .constraints(c -> c.encryptionContextEquals(Map.of("Department", "quay")))
            .build();
    kms.grants.add(bound);
    kms.grants.add(bound.toBuilder().grantId("free").constraints(c -> {}).build());
  }

  @Test
  void reads_a_grant_out_of_its_keys_listing() {
    Value.Mapping grant = Completeness.found(observe(FakeKms.ID + ":0c237476b39f"));

    assertComplete(type.name(), grant);
    assertThat(grant.entries())
        .containsEntry("key_id", Value.of(FakeKms.ID))
        .containsEntry("grant_id", Value.of("0c237476b39f"))
        .containsEntry("name", Value.of("backup"))
        .containsEntry("grantee_principal", Value.of(ROLE))
        .containsEntry("retiring_principal", Value.of(ROLE))
        .containsEntry("operations", Value.of(List.of(Value.of("Decrypt"), Value.of("Encrypt"))));
    assertThat(grant.at("constraints").items().getFirst().at("encryption_context_equals"))
        .isEqualTo(Value.of(Map.of("Department", Value.of("quay"))));
  }

  @Test
  void a_constraint_that_binds_nothing_is_none() {
    assertThat(Completeness.found(observe(FakeKms.ID + ":free")).entries())
        .containsEntry("constraints", Value.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {FakeKms.ID + ":other", "nowhere:0c237476b39f"})
  void a_grant_that_its_key_lacks_or_whose_key_is_gone_is_gone(String id) {
    assertThat(observe(id)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void a_key_named_by_its_arn_is_asked_for_by_it() {
    String arn = "arn:aws:kms:us-east-1:123456789012:key/of-the-arn";
    kms.key(arn, key -> {});

    assertThat(Completeness.found(observe(arn + ":free")).at("key_id")).isEqualTo(Value.of(arn));
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    kms.denied = "kms:ListGrants";

    assertThat(observe(FakeKms.ID + ":free")).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe(String id) {
    RecordedResource grant = recorded("aws_kms_grant", Map.of("id", Value.of(id)));
    return FakeScope.observe(type, Map.of(KmsClient.class, kms), grant).getFirst();
  }
}
