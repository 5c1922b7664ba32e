package dev.plumbline.live.aws.ecr;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecr.EcrClient;

final class EcrRepositoryPolicyTest {

  private final FakeEcr ecr = new FakeEcr();

  @Test
  void reads_the_policy_as_ecr_has_it() {
    ecr.policy = "{\"Version\":\"2012-10-17\"}";

    Value.Mapping attributes = found(observe());

    assertComplete("aws_ecr_repository_policy", attributes);
    assertThat(attributes.at("repository")).isEqualTo(Value.of("farm/render"));
    assertThat(attributes.at("policy")).isEqualTo(Value.of(ecr.policy));
  }

  @ParameterizedTest
  @CsvSource({
    "RepositoryPolicyNotFoundException, Gone",
    "RepositoryNotFoundException, Gone",
    "AccessDeniedException, Unreadable",
    "InvalidParameterException, Unreadable"
  })
  void only_ecrs_own_not_found_is_gone(String code, String answer) {
    ecr.failure = code;

    assertThat(observe().getClass().getSimpleName()).isEqualTo(answer);
  }

  private Observation observe() {
    return FakeScope.observe(
            new EcrRepositoryPolicy(),
            Map.of(EcrClient.class, ecr),
            recorded("aws_ecr_repository_policy", Map.of("id", Value.of("farm/render"))))
        .getFirst();
  }
}
