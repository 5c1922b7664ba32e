package dev.plumbline.wiring.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.live.ResourceTypes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

class PermissionsCheckTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/plumbline/scan";

  @Test
  void what_the_role_may_not_call_is_named() {
    Simulator iam = new Simulator("sqs:GetQueueAttributes", new ArrayList<>());

    Outcome outcome = new PermissionsCheck(iam, ResourceTypes.aws(), () -> ROLE).look();

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.what()).isEqualTo(ROLE + " may not call sqs:GetQueueAttributes."));
    assertThat(iam.asked()).contains("ec2:DescribeVpcs").doesNotContain("s3:GetObject");
  }

  @Test
  void who_may_call_everything_is_well() {
    assertThat(
            new PermissionsCheck(
                    new Simulator("", new ArrayList<>()), ResourceTypes.aws(), () -> ROLE)
                .look())
        .isInstanceOf(Outcome.Ok.class);
  }

  private record Simulator(String denied, List<String> asked) implements IamClient {

    @Override
    public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(
        SimulatePrincipalPolicyRequest request) {
      assertThat(request.actionNames()).hasSizeLessThanOrEqualTo(100);
      asked.addAll(request.actionNames());
      return SimulatePrincipalPolicyResponse.builder()
          .isTruncated(false)
          .evaluationResults(request.actionNames().stream().map(this::decided).toList())
          .build();
    }

    private EvaluationResult decided(String action) {
      return EvaluationResult.builder()
          .evalActionName(action)
          .evalDecision(action.equals(denied) ? "implicitDeny" : "allowed")
          .build();
    }

    @Override
    public String serviceName() {
      return "iam";
    }

    @Override
    public void close() {}
  }
}
