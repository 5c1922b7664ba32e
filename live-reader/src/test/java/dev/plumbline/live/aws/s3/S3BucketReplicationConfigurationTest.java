package dev.plumbline.live.aws.s3;

import static dev.plumbline.live.aws.s3.PartCase.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.state.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.Tag;

final class S3BucketReplicationConfigurationTest {

  private final PartCase part =
      new PartCase(new S3BucketReplicationConfiguration(), GetBucketReplicationResponse.class);

  @ParameterizedTest
  @CsvSource({
    "role, arn:role",
    "rule.id, all",
    "rule.status, Enabled",
    "rule.filter.and.prefix, raw/",
    "rule.filter.and.tags.album, wedding",
    "rule.delete_marker_replication.status, Enabled",
    "rule.existing_object_replication.status, Disabled",
    "rule.source_selection_criteria.sse_kms_encrypted_objects.status, Enabled",
    "rule.source_selection_criteria.replica_modifications.status, Disabled",
    "rule.destination.bucket, arn:mirror",
    "rule.destination.account, 210987654321",
    "rule.destination.storage_class, GLACIER",
    "rule.destination.access_control_translation.owner, Destination",
    "rule.destination.encryption_configuration.replica_kms_key_id, arn:key",
    "rule.destination.replication_time.status, Enabled",
    "rule.destination.metrics.status, Enabled",
  })
  void reads_the_rules_under_terraforms_own_names(String path, String value) {
    assertThat(at(part.found(rich()), path)).isEqualTo(Value.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "rule.priority, 7",
    "rule.destination.replication_time.time.minutes, 15",
    "rule.destination.metrics.event_threshold.minutes, 15",
  })
  void numbers_stay_numbers(String path, long value) {
    assertThat(at(part.found(rich()), path)).isEqualTo(Value.of(value));
  }

  private static GetBucketReplicationResponse rich() {
    return GetBucketReplicationResponse.builder()
        .replicationConfiguration(
            c ->
                c.role("arn:role")
                    .rules(
                        r ->
                            r.id("all")
                                .priority(7)
                                .status("Enabled")
                                .filter(
                                    f ->
                                        f.and(
                                            a ->
                                                a.prefix("raw/")
                                                    .tags(
                                                        Tag.builder()
                                                            .key("album")
                                                            .value("wedding")
                                                            .build())))
                                .deleteMarkerReplication(d -> d.status("Enabled"))
                                .existingObjectReplication(e -> e.status("Disabled"))
                                .sourceSelectionCriteria(
                                    s ->
                                        s.sseKmsEncryptedObjects(o -> o.status("Enabled"))
                                            .replicaModifications(m -> m.status("Disabled")))
                                .destination(
                                    d ->
                                        d.bucket("arn:mirror")
                                            .account("210987654321")
                                            .storageClass("GLACIER")
                                            .accessControlTranslation(t -> t.owner("Destination"))
                                            .encryptionConfiguration(
                                                e -> e.replicaKmsKeyID("arn:key"))
                                            .replicationTime(
                                                t -> t.status("Enabled").time(m -> m.minutes(15)))
                                            .metrics(
                                                m ->
                                                    m.status("Enabled")
                                                        .eventThreshold(t -> t.minutes(15))))))
        .build();
  }

  @Test
  void is_gone_where_the_bucket_has_none_and_with_its_bucket() {
    part.assertGone("ReplicationConfigurationNotFoundError");
    part.assertGone("NoSuchBucket");
  }

  @Test
  void an_empty_answer_says_that_the_bucket_has_none() {
    part.assertGoneWhenAnswered(GetBucketReplicationResponse.builder().build());
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    part.assertDeniedIsUnreadable();
  }
}
