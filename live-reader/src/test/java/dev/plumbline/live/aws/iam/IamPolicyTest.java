package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

final class IamPolicyTest {

  private static final String ARN = "arn:aws:iam::123456789012:policy/app";
  private static final RecordedResource RECORDED =
      recorded("aws_iam_policy", Map.of("id", Value.of(ARN)));

  private final FakeIam iam = new FakeIam();
  private final IamPolicy type = new IamPolicy();

  @Test
  void reads_a_policy_with_its_default_versions_document() {
    iam.policies.add(policy());
    iam.documents.add(
        ManagedPolicyDetail.builder()
            .arn(ARN)
            .policyVersionList(version("{}", false), version(FakeIam.DOCUMENT, true))
            .build());
    assertComplete(type.name(), iam.found(type, RECORDED));

    assertThat(iam.found(type, RECORDED).entries())
        .containsEntry("id", Value.of(ARN))
        .containsEntry("arn", Value.of(ARN))
        .containsEntry("name", Value.of("app"))
        .containsEntry("path", Value.of("/"))
        .containsEntry("policy_id", Value.of("ANPA1"))
        .containsEntry("description", Value.of("What the app may do"))
        .containsEntry("policy", Value.of(FakeIam.DOCUMENT))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void a_document_that_the_listing_does_not_have_yet_is_not_observed() {
    iam.policies.add(policy());

    assertThat(iam.found(type, RECORDED).entries()).doesNotContainKey("policy");
  }

  @Test
  void a_policy_that_iam_says_does_not_exist_is_gone() {
    assertThat(iam.observe(type, RECORDED))
        .isEqualTo(new Observation.Gone("iam:GetPolicy says that the policy does not exist"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetPolicy", "GetAccountAuthorizationDetails"})
  void access_denied_is_unreadable_never_gone(String operation) {
    iam.policies.add(policy());
    iam.denied = operation;

    assertThat(iam.observe(type, RECORDED))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("iam:" + operation));
  }

  private static Policy policy() {
    return Policy.builder()
        .arn(ARN)
        .policyName("app")
        .policyId("ANPA1")
        .path("/")
        .description("What the app may do")
        .attachmentCount(2)
        .tags(FakeIam.tag("team", "core"))
        .build();
  }

  private static PolicyVersion version(String document, boolean used) {
    return PolicyVersion.builder()
        .document(FakeIam.encoded(document))
        .isDefaultVersion(used)
        .build();
  }
}
