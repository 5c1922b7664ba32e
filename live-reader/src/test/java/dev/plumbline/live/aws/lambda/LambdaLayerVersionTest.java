package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionResponse;

final class LambdaLayerVersionTest {

  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:layer:common";

  private final FakeLambda lambda = new FakeLambda();

  @Test
  void reads_a_version_under_terraforms_own_names_without_the_link_to_its_code() {
    lambda.layers.put(
        "common:7",
        GetLayerVersionResponse.builder()
            .layerArn(ARN)
            .layerVersionArn(ARN + ":7")
            .version(7L)
            .description("helpers")
            .licenseInfo("MIT")
            .createdDate("2026-01-02T03:04:05.000+0000")
            .compatibleArchitectures(Architecture.ARM64)
            .compatibleRuntimesWithStrings("python3.12")
            .content(
                c ->
                    c.location("https://signed.example")
                        .codeSha256("hash")
                        .codeSize(160L)
                        .signingJobArn("arn:job")
                        .signingProfileVersionArn("arn:profile"))
            .build());

    Value.Mapping attributes = found(observe(ARN + ":7"));

    assertComplete("aws_lambda_layer_version", attributes);
    assertThat(attributes.at("layer_name")).isEqualTo(Value.of("common"));
    assertThat(attributes.at("version")).isEqualTo(Value.of("7"));
    assertThat(attributes.at("code_sha256")).isEqualTo(Value.of("hash"));
    assertThat(attributes.at("signing_job_arn")).isEqualTo(Value.of("arn:job"));
    assertThat(attributes.toString()).doesNotContain("signed.example");
  }

  @Test
  void one_that_lambda_says_does_not_exist_is_gone() {
    assertThat(observe(ARN + ":7")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    lambda.failure = "AccessDeniedException";

    assertThat(observe(ARN + ":7")).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void an_id_that_names_no_version_is_unreadable() {
    assertThat(observe(ARN)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void the_newest_of_each_layer_is_discovered() {
    assertThat(FakeScope.discover(new LambdaLayerVersion(), Map.of(LambdaClient.class, lambda)))
        .containsExactly("arn:layer:3");
  }

  private Observation observe(String id) {
    return lambda.observe(
        new LambdaLayerVersion(), recorded("aws_lambda_layer_version", Map.of("id", Value.of(id))));
  }
}
