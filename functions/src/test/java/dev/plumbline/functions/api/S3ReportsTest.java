package dev.plumbline.functions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.functions.api.Reports.Kept;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

final class S3ReportsTest {

  private static final String URI = "s3://kept/reports/2026/1.json";

  private final Map<String, String> objects = Map.of("reports/2026/1.json", "{\"a\":1}");
  private boolean denied;
  private final S3Reports reports = new S3Reports(new Objects(), S3ReportsTest::presigner, "kept");

  @Test
  void a_small_report_is_handed_over() throws IOException {
    assertThat(reports.find(URI, 7).orElseThrow())
        .isInstanceOfSatisfying(
            Kept.Whole.class, it -> assertThat(it.json().asUtf8String()).isEqualTo("{\"a\":1}"));
  }

  @Test
  void a_larger_one_is_behind_a_link_of_a_minute() throws IOException {
    assertThat(reports.find(URI, 6).orElseThrow())
        .isInstanceOfSatisfying(
            Kept.Elsewhere.class,
            it ->
                assertThat(it.link().toString())
                    .startsWith("https://kept.s3.")
                    .contains("/reports/2026/1.json?", "X-Amz-Expires=60"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3://other/reports/1.json",
        "s3://kept/plumbline.yaml",
        "s3://kept/reports/gone"
      })
  void what_is_no_report_of_that_bucket_is_not_there(String uri) throws IOException {
    assertThat(reports.find(uri, 7)).isEmpty();
  }

  @Test
  void a_bucket_may_be_called_reports() throws IOException {
    S3Reports named = new S3Reports(new Objects(), S3ReportsTest::presigner, "reports");

    assertThat(named.find("s3://reports/reports/2026/1.json", 7)).isPresent();
    assertThat(named.find("s3://reports/plumbline.yaml", 7)).isEmpty();
  }

  @Test
  void a_denial_is_no_absence() {
    denied = true;
    assertThatThrownBy(() -> reports.find(URI, 7))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(URI);
  }

  private static S3Presigner presigner() {
    return S3Presigner.builder()
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
        .build();
  }

  private final class Objects implements S3Client {
    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
      if (denied) {
        throw S3Exception.builder().statusCode(403).build();
      }
      if (!objects.containsKey(request.key())) {
        throw NoSuchKeyException.builder().statusCode(404).build();
      }
      return HeadObjectResponse.builder()
          .contentLength((long) objects.get(request.key()).length())
          .build();
    }

    @Override
    public ResponseBytes<GetObjectResponse> getObjectAsBytes(GetObjectRequest request) {
      return ResponseBytes.fromByteArray(
          GetObjectResponse.builder().build(),
          objects.get(request.key()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
