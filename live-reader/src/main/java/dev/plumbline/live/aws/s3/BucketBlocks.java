package dev.plumbline.live.aws.s3;

import dev.plumbline.live.aws.Defaults;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;

/** The small blocks of {@code aws_s3_bucket}. */
final class BucketBlocks {

  private BucketBlocks() {}

  /** Suspended and never switched on are both not enabled here. */
  static Value versioning(GetBucketVersioningResponse answer) {
    return Value.of(
        Map.of(
            "enabled", Value.of(answer.status() == BucketVersioningStatus.ENABLED),
            "mfa_delete", Value.of(answer.mfaDelete() == MFADeleteStatus.ENABLED)));
  }

  /** S3 says nothing of what was never switched on, and {@code Disabled} of MFA that once was. */
  static Value versioningStatus(GetBucketVersioningResponse answer, Value recorded) {
    Value mfa = Shape.of(answer.mfaDeleteAsString());
    return Value.of(
        Map.of(
            "status",
            Value.of(answer.status() == null ? "Disabled" : answer.statusAsString()),
            "mfa_delete",
            Defaults.orRecorded(
                mfa, only(recorded).at("mfa_delete"), Value.of("Disabled")::equals)));
  }

  static boolean locked(@Nullable ObjectLockConfiguration lock) {
    return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED;
  }

  static Value encryption(@Nullable ServerSideEncryptionConfiguration configuration) {
    return configuration == null
        ? Value.none()
        : Value.of(Map.of("rule", Shape.of(configuration.rules())));
  }

  /**
   * What S3 has encrypted every bucket with on its own since January 2023: its own keys, and no
   * bucket key.
   */
  static boolean ownEncryption(Value configuration) {
    Value rules = only(configuration).at("rule");
    Value rule = only(rules);
    Value applied = only(rule.at("apply_server_side_encryption_by_default"));
    return rules.items().size() == 1
        && applied.at("sse_algorithm").equals(Value.of("AES256"))
        && applied.at("kms_master_key_id").isEmpty()
        && !rule.at("bucket_key_enabled").equals(Value.of(true));
  }

  /** A block as the state has it, a list of one, or as S3 answers it. */
  private static Value only(Value block) {
    return block.items().isEmpty() ? block : block.items().getFirst();
  }
}
