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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.KmsClient;

final class KmsAliasTest {

  private static final String ARN = "arn:aws:kms:us-east-1:123456789012:";

  private final FakeKms kms = new FakeKms();
  private final KmsAlias type = new KmsAlias();

  @BeforeEach
  void aliases() {
    kms.alias("alias/data", "1234abcd");
    kms.alias("alias/aws/ebs", "5678efab");
    kms.alias("alias/aws/unused", null);
  }

  @Test
  void reads_an_alias_and_the_key_of_its_account_and_region() {
    Value.Mapping alias = Completeness.found(observe("alias/data"));

    assertComplete(type.name(), alias);
    assertThat(alias.entries())
        .containsEntry("id", Value.of("alias/data"))
        .containsEntry("name", Value.of("alias/data"))
        .containsEntry("arn", Value.of(ARN + "alias/data"))
        .containsEntry("target_key_id", Value.of("1234abcd"))
        .containsEntry("target_key_arn", Value.of(ARN + "key/1234abcd"));
  }

  @Test
  void an_alias_that_the_completed_listing_lacks_is_gone() {
    assertThat(observe("alias/other")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    kms.denied = "kms:ListAliases";

    assertThat(observe("alias/data")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void the_names_of_aws_own_keys_are_never_unmanaged() {
    assertThat(FakeScope.discover(type, Map.of(KmsClient.class, kms)))
        .containsExactly("alias/data");
  }

  private Observation observe(String name) {
    RecordedResource alias = recorded("aws_kms_alias", Map.of("id", Value.of(name)));
    return FakeScope.observe(type, Map.of(KmsClient.class, kms), alias, alias).getFirst();
  }
}
