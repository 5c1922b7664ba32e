package dev.plumbline.wiring.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceEnvironmentTest {

  private static final Map<String, String> LEAST =
      Map.of(
          "CONFIG_URI", "s3://bucket/plumbline.yaml",
          "REPORT_BUCKET", "bucket",
          "DEPLOYMENT_KEY_SECRET_ARN", "arn:key");

  @Test
  void topic_token_and_table_may_be_left_out_or_empty() throws SettingsException {
    ServiceEnvironment environment = ServiceEnvironment.of(with("TOPIC_ARN", " "));

    assertThat(environment)
        .isEqualTo(
            new ServiceEnvironment(
                new ConfigurationLocation.InS3("bucket", "plumbline.yaml"),
                Optional.empty(),
                "bucket",
                "arn:key",
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void the_table_is_named_by_its_variable() throws SettingsException {
    assertThat(ServiceEnvironment.of(with("TABLE_NAME", "plumbline")).tableName())
        .contains("plumbline");
  }

  @Test
  void everything_that_is_missing_is_told_at_once() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> ServiceEnvironment.of(Map.of()))
        .withMessageContainingAll(
            "CONFIG_URI is not set", "REPORT_BUCKET is not set", "DEPLOYMENT_KEY_SECRET_ARN is not")
        .withMessageEndingWith("which does.");
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIG_URI, plumbline.yaml",
    "CONFIG_URI, s3://bucket",
    "CONFIG_URI, ssm:relative",
    "TOPIC_ARN, my-topic",
    "TOPIC_ARN, arn:aws:sqs:us-east-1:123456789012:queue",
  })
  void what_cannot_be_is_told_with_its_variable(String variable, String value) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> ServiceEnvironment.of(with(variable, value)))
        .withMessageContaining("%s is %s, which is n", variable, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket/a/b.yaml", "ssm:/plumbline/configuration"})
  void a_location_is_written_as_it_is_read(String uri) {
    assertThat(ConfigurationLocation.parse(uri)).get().hasToString(uri);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> variables = new HashMap<>(LEAST);
    variables.put(name, value);
    return variables;
  }
}
