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
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecr.EcrClient;

final class EcrLifecyclePolicyTest {

  private static final String WRITTEN =
      """
      {"rules":[
        {"rulePriority":2,"selection":{"tagStatus":"tagged","tagPrefixList":["v","r"],
         "countType":"imageCountMoreThan","countNumber":30},"action":{"type":"expire"}},
        {"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed",
         "countUnit":"days","countNumber":7},"action":{"type":"expire"}}]}
      """;

  private static final String SORTED =
      """
      {"rules":[
        {"action":{"type":"expire"},"rulePriority":1,"selection":{"countNumber":7,
         "countType":"sinceImagePushed","countUnit":"days","tagStatus":"untagged"}},
        {"action":{"type":"expire"},"rulePriority":2,"selection":{"countNumber":30,
         "countType":"imageCountMoreThan","tagPrefixList":["r","v"],"tagStatus":"tagged"}}]}
      """;

  private final FakeEcr ecr = new FakeEcr();

  @Test
  void the_order_of_rules_and_of_tags_means_nothing() {
    ecr.policy = SORTED;

    Value.Mapping attributes = found(observe());

    assertComplete("aws_ecr_lifecycle_policy", attributes);
    assertThat(attributes.at("policy")).isEqualTo(Value.of(WRITTEN));
    assertThat(attributes.at("registry_id")).isEqualTo(Value.of("123456789012"));
  }

  @Test
  void another_number_is_seen() {
    ecr.policy = SORTED.replace("30", "31");

    assertThat(found(observe()).at("policy")).isEqualTo(Value.of(ecr.policy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LifecyclePolicyNotFoundException", "RepositoryNotFoundException"})
  void without_the_policy_or_its_repository_it_is_gone(String code) {
    ecr.failure = code;

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ecr.failure = "AccessDeniedException";

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe() {
    return FakeScope.observe(
            new EcrLifecyclePolicy(),
            Map.of(EcrClient.class, ecr),
            recorded(
                "aws_ecr_lifecycle_policy",
                Map.of("id", Value.of("farm/render"), "policy", Value.of(WRITTEN))))
        .getFirst();
  }
}
