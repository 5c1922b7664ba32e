package dev.plumbline.live.aws.lambda;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigListItem;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;

final class LambdaProvisionedConcurrencyConfigTest {

  private static final RecordedResource CONFIG = config("mail,live", "mail");

  /** A target that the state holds, so that nobody has to be asked. */
  private static final RecordedResource TARGET =
      recorded(
          "aws_appautoscaling_target",
          Map.of(
              "resource_id", Value.of("function:mail:live"),
              "scalable_dimension", Value.of("lambda:function:ProvisionedConcurrency")));

  private final FakeLambda lambda = new FakeLambda();

  @BeforeEach
  void has_one() {
    has(5, ProvisionedConcurrencyStatusEnum.READY);
  }

  @ParameterizedTest
  @CsvSource({
    "'mail,live', mail",
    "mail:live, mail",
    "'arn:aws:lambda:us-east-1:123456789012:function:mail,live',"
        + " arn:aws:lambda:us-east-1:123456789012:function:mail",
  })
  void reads_a_configuration_by_any_of_its_ids(String id, String function) {
    Value.Mapping attributes = found(observe(config(id, function)));

    assertComplete("aws_lambda_provisioned_concurrency_config", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of(id));
    assertThat(attributes.at("qualifier")).isEqualTo(Value.of("live"));
    assertThat(attributes.at("provisioned_concurrent_executions")).isEqualTo(Value.of(5));
  }

  @Test
  void what_autoscaling_moved_is_expected_to_have_moved() {
    lambda.provisioned.clear();
    has(9, ProvisionedConcurrencyStatusEnum.READY);

    Observation observation =
        FakeScope.beside(
            new LambdaProvisionedConcurrencyConfig(),
            Map.of(LambdaClient.class, lambda),
            CONFIG,
            TARGET);

    assertThat(((Observation.Found) observation).moving())
        .containsKey("provisioned_concurrent_executions");
  }

  @Test
  void is_not_compared_while_it_is_being_allocated() {
    lambda.provisioned.clear();
    has(0, ProvisionedConcurrencyStatusEnum.IN_PROGRESS);

    assertThat(observe(CONFIG))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("in transition"));
  }

  @Test
  void one_that_the_listing_lacks_is_gone() {
    lambda.provisioned.clear();

    assertThat(observe(CONFIG)).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    lambda.failure = "AccessDeniedException";

    assertThat(observe(CONFIG)).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void others_of_its_function_are_discovered_by_the_id_an_import_takes() {
    LambdaProvisionedConcurrencyConfig type = new LambdaProvisionedConcurrencyConfig();

    assertThat(FakeScope.discover(type, Map.of(LambdaClient.class, lambda), CONFIG))
        .isEqualTo(type.importIds(CONFIG))
        .containsExactly("mail,live");
  }

  private void has(int allocated, ProvisionedConcurrencyStatusEnum status) {
    lambda.provisioned.add(
        ProvisionedConcurrencyConfigListItem.builder()
            .functionArn(FakeLambda.FUNCTION + ":live")
            .allocatedProvisionedConcurrentExecutions(allocated)
            .status(status)
            .build());
  }

  private Observation observe(RecordedResource config) {
    return lambda.observe(new LambdaProvisionedConcurrencyConfig(), config);
  }

  private static RecordedResource config(String id, String function) {
    return recorded(
        "aws_lambda_provisioned_concurrency_config",
        Map.of(
            "id", Value.of(id),
            "function_name", Value.of(function),
            "qualifier", Value.of("live"),
            "provisioned_concurrent_executions", Value.of(5)));
  }
}
