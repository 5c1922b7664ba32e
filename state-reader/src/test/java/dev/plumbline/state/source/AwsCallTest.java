package dev.plumbline.state.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.state.StateException.Code;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class AwsCallTest {

  private final AwsCall call = new AwsCall("s3://b/k", "s3:GetObject", "s3://b/k");

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey,                       NOT_FOUND,             there is no object s3://b/k",
    "404, NoSuchBucket,                    NOT_FOUND,             there is no such bucket",
    "404, '',                              NOT_FOUND,             there is no object",
    "403, AccessDenied,                    DENIED,                s3:GetObject on s3://b/k is denied",
    "403, '',                              DENIED,                s3:GetObject on s3://b/k is denied",
    "400, KMS.DisabledException,           DENIED,                KMS key cannot be used",
    "403, InvalidObjectState,              UNREACHABLE,           archived",
    "412, PreconditionFailed,              CHANGED_WHILE_READING, written anew",
    "416, InvalidRange,                    CHANGED_WHILE_READING, written anew",
    "404, NoSuchVersion,                   CHANGED_WHILE_READING, written anew",
    "400, ExpiredToken,                    UNREACHABLE,           credentials have expired",
    "403, RequestExpired,                  UNREACHABLE,           credentials have expired",
    "403, InvalidAccessKeyId,              UNREACHABLE,           does not accept the credentials",
    "403, SignatureDoesNotMatch,           UNREACHABLE,           does not accept the credentials",
    "301, PermanentRedirect,               UNREACHABLE,           in another region",
    "400, AuthorizationHeaderMalformed,    UNREACHABLE,           in another region",
    "503, SlowDown,                        UNREACHABLE,           answered with SlowDown",
    "500, InternalError,                   UNREACHABLE,           answered with InternalError",
    "400, '',                              UNREACHABLE,           answered with status 400",
  })
  void every_answer_has_its_meaning(int status, String code, Code meaning, String message) {
    var error = call.failed(FakeBucket.error(status, code.isEmpty() ? null : code));

    assertThat(error.code()).isEqualTo(meaning);
    assertThat(error).hasMessageStartingWith("Reading state s3://b/k failed: ");
    assertThat(error).hasMessageContaining(message);
    assertThat(error.action()).endsWith(".");
  }

  static Stream<Arguments> unanswered() {
    return Stream.of(
        arguments("Unable to load credentials from any of the providers", "no AWS credentials"),
        arguments(
            "The SSO session has expired or is otherwise invalid.", "credentials have expired"),
        arguments("Unable to execute HTTP request: b.s3", "no answer (UnknownHostException)"));
  }

  @ParameterizedTest
  @MethodSource("unanswered")
  void no_answer_is_unreachable_and_says_why(String said, String message) {
    var error =
        call.failed(SdkClientException.create(said, new UnknownHostException("b.s3.example")));

    assertThat(error.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(error).hasMessageContaining(message);
  }

  @Test
  void a_timeout_is_unreachable() {
    assertThat(call.failed(ApiCallTimeoutException.create(10)))
        .hasMessageContaining("no answer (ApiCallTimeoutException)");
  }

  @Test
  void the_action_that_aws_names_is_the_missing_one() {
    var denied =
        S3Exception.builder()
            .statusCode(403)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("AccessDenied")
                    .errorMessage(
                        "User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to"
                            + " perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:1:key/k")
                    .build())
            .build();

    var error = call.failed((S3Exception) denied);

    assertThat(error.code()).isEqualTo(Code.DENIED);
    assertThat(error).hasMessageContaining("kms:Decrypt on s3://b/k is denied");
    assertThat(error.action()).startsWith("Allow kms:Decrypt ");
  }

  @Test
  void the_buckets_region_is_named_where_s3_tells_it() {
    var elsewhere =
        S3Exception.builder()
            .statusCode(301)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .sdkHttpResponse(
                        SdkHttpResponse.builder()
                            .putHeader("x-amz-bucket-region", "eu-west-1")
                            .build())
                    .build())
            .build();

    assertThat(call.failed((S3Exception) elsewhere))
        .hasMessageContaining("in another region, eu-west-1");
  }
}
