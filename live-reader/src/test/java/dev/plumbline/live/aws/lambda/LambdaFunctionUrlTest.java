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
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvokeMode;

final class LambdaFunctionUrlTest {

  private final FakeLambda lambda = new FakeLambda();

  @ParameterizedTest
  @CsvSource({"mail, mail, ''", "mail/live, mail:live, live"})
  void reads_a_url_under_terraforms_own_names(String id, String asked, String qualifier) {
    lambda.urls.put(
        asked,
        GetFunctionUrlConfigResponse.builder()
            .functionArn(FakeLambda.FUNCTION)
            .functionUrl("https://abc123.lambda-url.us-east-1.on.aws/")
            .authType(FunctionUrlAuthType.NONE)
            .invokeMode(InvokeMode.RESPONSE_STREAM)
            .cors(c -> c.allowOrigins("*").maxAge(600).allowCredentials(true))
            .build());

    Value.Mapping attributes = found(observe(id));

    assertComplete("aws_lambda_function_url", attributes);
    assertThat(attributes.at("url_id")).isEqualTo(Value.of("abc123"));
    assertThat(attributes.at("authorization_type")).isEqualTo(Value.of("NONE"));
    assertThat(attributes.at("qualifier")).isEqualTo(Value.of(qualifier));
    assertThat(attributes.at("invoke_mode")).isEqualTo(Value.of("RESPONSE_STREAM"));
    assertThat(attributes.at("cors").items().getFirst().at("max_age")).isEqualTo(Value.of(600));
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
        new LambdaFunctionUrl(), recorded("aws_lambda_function_url", Map.of("id", Value.of(id))));
  }
}
