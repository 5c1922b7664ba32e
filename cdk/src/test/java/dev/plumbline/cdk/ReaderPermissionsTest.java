package dev.plumbline.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cdk.ReaderPermissions.TypePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderPermissionsTest {

  @Test
  void actions_are_grouped_by_service_sorted_and_without_repeats() {
    ReaderPermissions permissions =
        ReaderPermissions.of(
            List.of(
                new TypePermissions("b", List.of("sqs:ListQueues", "s3:GetBucketPolicy")),
                new TypePermissions("a", List.of("s3:GetBucketAcl", "s3:GetBucketPolicy"))));

    assertThat(permissions.actionsByService().toString())
        .isEqualTo("{s3=[s3:GetBucketAcl, s3:GetBucketPolicy], sqs=[sqs:ListQueues]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "s3:*",
        "s3:Get*",
        "sqs:DeleteQueue",
        "sqs:ReceiveMessage",
        "s3:GetObjectVersion",
        "secretsmanager:GetSecretValue",
        "ssm:GetParametersByPath",
        "kms:Decrypt",
        "sts:AssumeRole"
      })
  void an_action_that_writes_or_hands_out_content_is_refused(String action) {
    assertThatThrownBy(
            () -> ReaderPermissions.of(List.of(new TypePermissions("aws_odd", List.of(action)))))
        .isInstanceOf(InvalidDeployment.class)
        .hasMessageContaining("aws_odd asks for " + action);
  }

  @Test
  void what_would_hand_out_objects_is_left_to_the_operator() {
    ReaderPermissions permissions =
        ReaderPermissions.of(
            List.of(
                new TypePermissions(
                    "aws_s3_object", List.of("s3:GetObject", "s3:GetObjectTagging"))));

    assertThat(permissions.actionsByService().toString()).isEqualTo("{s3=[s3:GetObjectTagging]}");
  }

  @Test
  void the_bundled_permissions_are_readable() {
    assertThat(ReaderPermissions.bundled().actionsByService())
        .containsKeys("ec2", "ecs", "iam", "kms", "lambda", "rds", "s3", "sns", "sqs");
  }
}
