package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;

final class LambdaFunctionEventInvokeConfigTest {

  private final FakeLambda lambda = new FakeLambda();

  @ParameterizedTest
  @CsvSource({
    "mail,        mail,     ''",
    "mail:live,   mail,     live",
    "arn:aws:lambda:us-east-1:123456789012:function:mail:live,"
        + " arn:aws:lambda:us-east-1:123456789012:function:mail, live",
  })
  void reads_the_configuration_its_id_names(String id, String function, String qualifier) {
    lambda.invokeConfigs.put(
        id,
        GetFunctionEventInvokeConfigResponse.builder()
            .maximumEventAgeInSeconds(1800)
            .maximumRetryAttempts(0)
            .destinationConfig(d -> d.onFailure(f -> f.destination("arn:dead")).onSuccess(s -> {}))
            .build());

    Value.Mapping attributes = found(observe(id));

    assertComplete("aws_lambda_function_event_invoke_config", attributes);
    assertThat(attributes.at("function_name")).isEqualTo(Value.of(function));
    assertThat(attributes.at("qualifier")).isEqualTo(Value.of(qualifier));
    assertThat(attributes.at("maximum_event_age_in_seconds")).isEqualTo(Value.of(1800));
    assertThat(
            attributes
                .at("destination_config")
                .items()
                .getFirst()
                .at("on_failure")
                .items()
                .getFirst()
                .at("destination"))
        .isEqualTo(Value.of("arn:dead"));
  }

  @Test
  void one_that_lambda_says_does_not_exist_is_gone() {
    assertThat(observe("mail")).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    lambda.failure = "AccessDeniedException";

    assertThat(observe("mail")).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe(String id) {
    return lambda.observe(
        new LambdaFunctionEventInvokeConfig(),
        recorded("aws_lambda_function_event_invoke_config", Map.of("id", Value.of(id))));
  }
}
