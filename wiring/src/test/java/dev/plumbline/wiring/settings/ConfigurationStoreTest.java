package dev.plumbline.wiring.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.engine.config.ConfigurationException;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

class ConfigurationStoreTest {

  private static final ConfigurationLocation OBJECT = new ConfigurationLocation.InS3("b", "p.yaml");
  private static final ConfigurationLocation PARAMETER =
      new ConfigurationLocation.InParameterStore("/p");

  private String text = "version: 1\nstacks: [{name: shop, state: shop.tfstate}]";
  private final ConfigurationStore store = new ConfigurationStore(Objects::new, Parameters::new);

  @Test
  void an_object_and_a_parameter_are_read() throws Exception {
    assertThat(store.load(OBJECT).stacks()).hasSize(1);
    assertThat(store.load(PARAMETER).stacks()).hasSize(1);
  }

  @Test
  void what_is_no_configuration_is_told_by_where_it_lies() {
    text = "version: 1\nstacks: 3";

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> store.load(OBJECT))
        .withMessageStartingWith("s3://b/p.yaml has a problem:");
  }

  @Test
  void an_object_that_cannot_be_meant_is_not_read_to_its_end() {
    text = "#".repeat((1 << 20) + 1);

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> store.load(OBJECT))
        .withMessageContaining("longer than 1 MiB");
  }

  @Test
  void a_parameter_that_is_not_there_is_told_with_what_to_do() {
    text = "";

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> store.load(PARAMETER))
        .withMessageContaining("Reading the configuration ssm:/p failed: ParameterNotFound")
        .withMessageContaining("CONFIG_URI");
  }

  private final class Objects implements S3Client {
    @Override
    public ResponseInputStream<GetObjectResponse> getObject(GetObjectRequest request) {
      return new ResponseInputStream<>(
          GetObjectResponse.builder().build(), new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Override
    public String serviceName() {
      return S3Client.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private final class Parameters implements SsmClient {
    @Override
    public GetParameterResponse getParameter(GetParameterRequest request) {
      if (text.isEmpty()) {
        throw ParameterNotFoundException.builder().statusCode(400).build();
      }
      return GetParameterResponse.builder().parameter(found -> found.value(text)).build();
    }

    @Override
    public String serviceName() {
      return SsmClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
