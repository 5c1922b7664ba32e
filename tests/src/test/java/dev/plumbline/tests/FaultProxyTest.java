package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.tests.Fault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The proxy speaks each protocol well enough for the SDK to understand its errors. */
class FaultProxyTest {

  private static final Map<String, Consumer<URI>> READS =
      Map.of(
          "ec2:DescribeVpcs",
          at -> EmulatedAws.client(Ec2Client.builder(), at).describeVpcs(),
          "iam:ListRoles",
          at -> EmulatedAws.client(IamClient.builder(), at).listRoles(),
          "dynamodb:ListTables",
          at -> EmulatedAws.client(DynamoDbClient.builder(), at).listTables(),
          "lambda:ListFunctions",
          at -> EmulatedAws.client(LambdaClient.builder(), at).listFunctions(),
          "s3:GetBucketPolicy",
          at -> EmulatedAws.client(S3Client.builder(), at).getBucketPolicy(r -> r.bucket("b")));

  private HttpServer nothing = server();
  private FaultProxy proxy = FaultProxy.before(address());

  @BeforeEach
  void start() {
    nothing.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    nothing.start();
  }

  @AfterEach
  void stop() {
    proxy.close();
    nothing.stop(0);
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        arguments(Kind.DENIED, "ec2:DescribeVpcs", "UnauthorizedOperation"),
        arguments(Kind.DENIED, "iam:ListRoles", "AccessDenied"),
        arguments(Kind.DENIED, "dynamodb:ListTables", "AccessDeniedException"),
        arguments(Kind.DENIED, "lambda:ListFunctions", "AccessDeniedException"),
        arguments(Kind.DENIED, "s3:GetBucketPolicy", "AccessDenied"),
        arguments(Kind.EXPIRED, "ec2:DescribeVpcs", "RequestExpired"),
        arguments(Kind.EXPIRED, "iam:ListRoles", "ExpiredToken"),
        arguments(Kind.EXPIRED, "dynamodb:ListTables", "ExpiredTokenException"),
        arguments(Kind.EXPIRED, "s3:GetBucketPolicy", "ExpiredToken"),
        arguments(Kind.THROTTLED, "ec2:DescribeVpcs", "RequestLimitExceeded"),
        arguments(Kind.THROTTLED, "iam:ListRoles", "Throttling"),
        arguments(Kind.THROTTLED, "dynamodb:ListTables", "ThrottlingException"),
        arguments(Kind.THROTTLED, "s3:GetBucketPolicy", "SlowDown"),
        arguments(Kind.UNAVAILABLE, "iam:ListRoles", "ServiceUnavailable"),
        arguments(Kind.INTERNAL, "s3:GetBucketPolicy", "InternalError"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void a_fault_reads_as_the_service_says_it(Kind kind, String call, String code) {
    proxy.inject(Fault.at(call, kind));

    AwsServiceException thrown = catchThrowableOfType(AwsServiceException.class, () -> read(call));

    assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(thrown.isThrottlingException()).isEqualTo(kind == Kind.THROTTLED);
  }

  @Test
  void a_denial_is_not_retried() {
    proxy.inject(Fault.everywhere(Kind.DENIED));

    assertThat(READS.keySet())
        .allSatisfy(
            call -> assertThatThrownBy(() -> read(call)).isInstanceOf(AwsServiceException.class));

    assertThat(proxy.calls())
        .containsOnlyKeys(READS.keySet())
        .allSatisfy((call, n) -> assertThat(n).isOne());
  }

  @Test
  void a_cut_connection_is_no_answer_and_is_retried() {
    proxy.inject(Fault.everywhere(Kind.RESET));

    assertThatThrownBy(() -> read("iam:ListRoles")).isInstanceOf(SdkClientException.class);
    assertThat(proxy.total()).isGreaterThan(1);
  }

  @Test
  void a_hanging_endpoint_lasts_until_the_client_gives_up() {
    proxy.inject(Fault.everywhere(Kind.TIMEOUT));
    Ec2Client impatient = EmulatedAws.client(Ec2Client.builder(), proxy.endpoint());

    assertThatThrownBy(
            () ->
                impatient.describeVpcs(
                    r -> r.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(300)))))
        .isInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void only_matching_calls_fail() {
    proxy.inject(Fault.at("iam:.*", Kind.DENIED));

    read("dynamodb:ListTables");
    read("ec2:DescribeVpcs");

    assertThat(proxy.calls())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("dynamodb:ListTables", 1, "ec2:DescribeVpcs", 1));
  }

  @Test
  void bucket_reads_have_the_names_that_iam_knows() {
    S3Client s3 = EmulatedAws.client(S3Client.builder(), proxy.endpoint());

    s3.getPublicAccessBlock(r -> r.bucket("b"));
    s3.getBucketVersioning(r -> r.bucket("b"));
    s3.listObjectsV2(r -> r.bucket("b"));
    s3.headBucket(r -> r.bucket("b"));
    s3.listBuckets();

    assertThat(List.copyOf(proxy.calls().keySet()))
        .containsExactly(
            "s3:GetBucketVersioning",
            "s3:GetPublicAccessBlock",
            "s3:HeadBucket",
            "s3:ListBuckets",
            "s3:ListObjectsV2");
  }

  private void read(String call) {
    READS.getOrDefault(call, at -> {}).accept(proxy.endpoint());
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + nothing.getAddress().getPort());
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
