package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;

final class LambdaAliasTest {

  private static final String ARN = FakeLambda.FUNCTION + ":live";

  private final FakeLambda lambda = new FakeLambda();

  @Test
  void reads_an_alias_under_terraforms_own_names() {
    lambda.aliases.add(live());

    Value.Mapping attributes = found(lambda.observe(new LambdaAlias(), alias("live", "mail")));

    assertComplete("aws_lambda_alias", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of(ARN));
    assertThat(attributes.at("function_version")).isEqualTo(Value.of("3"));
    assertThat(attributes.at("invoke_arn").text()).endsWith(ARN + "/invocations");
    assertThat(
            attributes
                .at("routing_config")
                .items()
                .getFirst()
                .at("additional_version_weights")
                .at("4"))
        .isEqualTo(new Value.Num(new BigDecimal("0.25")));
  }

  @Test
  void all_aliases_of_a_function_are_asked_for_once() {
    lambda.aliases.add(live());

    List<Observation> both =
        FakeScope.observe(
            new LambdaAlias(),
            Map.of(LambdaClient.class, lambda),
            alias("live", "mail"),
            alias("next", "mail"));

    assertThat(both.getFirst()).isInstanceOf(Observation.Found.class);
    assertThat(both.getLast()).isInstanceOf(Observation.Gone.class);
    assertThat(lambda.asked).containsExactly("aliases mail");
  }

  @Test
  void an_alias_of_a_function_that_does_not_exist_is_gone() {
    lambda.failure = "ResourceNotFoundException";

    assertThat(lambda.observe(new LambdaAlias(), alias("live", "mail")))
        .isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    lambda.failure = "AccessDeniedException";

    assertThat(lambda.observe(new LambdaAlias(), alias("live", "mail")))
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void others_of_its_function_are_discovered_by_the_id_an_import_takes() {
    lambda.aliases.add(live());
    RecordedResource byArn = alias("other", FakeLambda.FUNCTION);

    assertThat(FakeScope.discover(new LambdaAlias(), Map.of(LambdaClient.class, lambda), byArn))
        .containsExactly("mail/live");
    assertThat(new LambdaAlias().importIds(byArn)).containsExactly("mail/other");
  }

  private static AliasConfiguration live() {
    return AliasConfiguration.builder()
        .aliasArn(ARN)
        .name("live")
        .functionVersion("3")
        .description("what is shown")
        .routingConfig(r -> r.additionalVersionWeights(Map.of("4", 0.25)))
        .build();
  }

  private static RecordedResource alias(String name, String function) {
    return recorded(
        "aws_lambda_alias",
        Map.of(
            "id", Value.of(FakeLambda.FUNCTION + ":" + name),
            "name", Value.of(name),
            "function_name", Value.of(function)));
  }
}
