package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.ReadFailure.Kind;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Law 1: whatever went wrong, nothing is said to be gone. */
final class FailuresTest {

  private static final String ACTION = "sqs:GetQueueAttributes";

  @ParameterizedTest(name = "{0} ({1}) is {2}")
  @CsvSource({
    "AccessDenied, 403, DENIED, Allow sqs:GetQueueAttributes",
    "AccessDeniedException, 400, DENIED, Allow sqs:GetQueueAttributes",
    "UnauthorizedOperation, 403, DENIED, Allow sqs:GetQueueAttributes",
    "'', 403, DENIED, HTTP 403",
    "'', 401, DENIED, HTTP 401",
    "ExpiredToken, 403, CREDENTIALS, Renew them",
    "InvalidClientTokenId, 403, CREDENTIALS, Renew them",
    "SignatureDoesNotMatch, 403, CREDENTIALS, Renew them",
    "Throttling, 400, THROTTLED, Scan again later",
    "RequestLimitExceeded, 503, THROTTLED, Scan again later",
    "SlowDown, 503, THROTTLED, Scan again later",
    "'', 429, THROTTLED, Scan again later",
    "PermanentRedirect, 301, WRONG_PLACE, provider's region",
    "AuthorizationHeaderMalformed, 400, WRONG_PLACE, provider's region",
    "InternalError, 500, UNAVAILABLE, Scan again later",
    "ServiceUnavailable, 503, UNAVAILABLE, Scan again later",
    "'', 404, UNEXPECTED, HTTP 404",
    "NoSuchThing, 404, UNEXPECTED, NoSuchThing",
    "ValidationError, 400, UNEXPECTED, ValidationError",
  })
  void a_service_s_error_is_a_failure_that_says_what_to_do(
      String code, int status, Kind kind, String advice) {
    ReadFailure failure = Failures.of(ACTION, FakeScope.error(code, status));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.action()).isEqualTo(ACTION);
    assertThat(failure.reason()).contains(advice).contains(ACTION);
    assertUnreadable(FakeScope.error(code, status));
  }

  @ParameterizedTest
  @CsvSource({
    "DENIED,OTHER",
    "CREDENTIALS,OTHER",
    "THROTTLED,SERVICE",
    "UNAVAILABLE,SERVICE",
    "TIMED_OUT,SERVICE",
    "WRONG_PLACE,OTHER",
    "IN_TRANSITION,OTHER",
    "UNEXPECTED,OTHER",
  })
  void only_a_service_that_did_not_answer_is_at_fault(Kind kind, Observation.Fault fault) {
    assertThat(new ReadFailure(kind, ACTION, "so it is").observation())
        .isEqualTo(new Observation.Unreadable(ACTION, "so it is", fault));
  }

  @Test
  void a_call_that_times_out_or_is_given_up_has_timed_out() {
    assertThat(Failures.of(ACTION, ApiCallTimeoutException.create(1_000)).kind())
        .isEqualTo(Kind.TIMED_OUT);
    assertThat(Failures.of(ACTION, AbortedException.create("interrupted")).kind())
        .isEqualTo(Kind.TIMED_OUT);
    assertUnreadable(ApiCallTimeoutException.create(1_000));
  }

  @Test
  void a_connection_that_fails_is_told_from_credentials_that_are_missing() {
    SdkException refused = SdkClientException.create("Unable to execute HTTP request: refused");
    SdkException keyless =
        SdkClientException.create("Unable to load credentials from any of the providers");
    assertThat(Failures.of(ACTION, refused).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(Failures.of(ACTION, refused).reason()).contains("Check the network");
    assertThat(Failures.of(ACTION, keyless).kind()).isEqualTo(Kind.CREDENTIALS);
    assertThat(Failures.of(ACTION, keyless).reason()).contains("AWS_PROFILE");
    assertUnreadable(refused);
    assertUnreadable(keyless);
  }

  @Test
  void a_service_s_own_words_which_may_quote_the_request_are_never_repeated() {
    SdkException quoting =
        FakeScope.error("ValidationError", 400).toBuilder()
            .message("1 validation error at 'password': hunter2 is too short")
            .build();
    assertThat(Failures.of(ACTION, quoting).reason()).doesNotContain("hunter2");
  }

  @Test
  void the_not_found_code_of_the_call_and_no_other_is_not_found() {
    AwsScope scope = FakeScope.scope(false, Map.of());
    assertThat(scope.find(ACTION, Set.of("Gone"), () -> fail(FakeScope.error("Gone", 400))))
        .isEmpty();
    assertThat(
            catchThrowableOfType(
                ReadFailure.class,
                () ->
                    scope.find(
                        ACTION, Set.of("Gone"), () -> fail(FakeScope.error("GoneToo", 404)))))
        .isNotNull();
  }

  /** A reader that takes every not-found answer for one is answered this instead. */
  private static void assertUnreadable(SdkException failure) {
    RecordedResource queue = FakeScope.recorded("aws_sqs_queue", Map.of());
    ResourceType type =
        new FakeType(
            "aws_sqs_queue",
            batch ->
                batch.each(
                    _ ->
                        batch
                            .scope()
                            .find(ACTION, Set.of("NotFound"), () -> fail(failure))
                            .<Observation>map(_ -> batch.attributes().found())
                            .orElse(new Observation.Gone("not found"))));
    assertThat(FakeScope.observe(type, Map.of(), queue))
        .singleElement()
        .isInstanceOf(Observation.Unreadable.class);
  }

  private static Optional<List<String>> fail(SdkException failure) {
    throw failure;
  }
}
