package dev.plumbline.live.aws;

import dev.plumbline.live.aws.ReadFailure.Kind;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells an SDK exception's kind. Only error codes and status are used: a service's message may
 * quote the request, which may hold a secret.
 */
final class Failures {

  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "AuthorizationErrorException",
          "UnauthorizedOperation",
          "UnauthorizedAccess",
          "KMSAccessDeniedException",
          "KmsAccessDenied",
          "AllAccessDisabled",
          "Forbidden",
          "OptInRequired");

  private static final Set<String> CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "TokenRefreshRequired",
          "RequestExpired",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "AuthFailure",
          "InvalidAccessKeyId",
          "InvalidToken",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "IncompleteSignature",
          "InvalidSignatureException",
          "SignatureDoesNotMatch");

  private static final Set<String> WRONG_PLACE =
      Set.of(
          "PermanentRedirect",
          "IllegalLocationConstraintException",
          "AuthorizationHeaderMalformed");

  private Failures() {}

  static ReadFailure of(String action, SdkException exception) {
    return switch (exception) {
      case AwsServiceException answer -> answered(action, answer);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
          timedOut(action, exception);
      case AbortedException _ -> timedOut(action, exception);
      default -> unanswered(action, exception);
    };
  }

  private static ReadFailure answered(String action, AwsServiceException answer) {
    String code = code(answer);
    String said = code.isEmpty() ? "HTTP " + answer.statusCode() : code;
    if (CREDENTIALS.contains(code)) {
      return new ReadFailure(
          Kind.CREDENTIALS,
          action,
          "%s: the credentials were not accepted (%s). Renew them and scan again."
              .formatted(action, said),
          answer);
    }
    if (answer.isThrottlingException() || code.equals("SlowDown") || answer.statusCode() == 429) {
      return new ReadFailure(
          Kind.THROTTLED,
          action,
          "%s was throttled to the last try (%s). Scan again later.".formatted(action, said),
          answer);
    }
    if (WRONG_PLACE.contains(code) || answer.statusCode() == 301) {
      return new ReadFailure(
          Kind.WRONG_PLACE,
          action,
          "%s: it lives in another region (%s). Set the provider's region in the configuration."
              .formatted(action, said),
          answer);
    }
    if (DENIED.contains(code) || answer.statusCode() == 401 || answer.statusCode() == 403) {
      return new ReadFailure(
          Kind.DENIED,
          action,
          "access denied (%s). Allow %s to the role that scans; plumbline permissions prints its policy."
              .formatted(said, action),
          answer);
    }
    if (answer.statusCode() >= 500) {
      return new ReadFailure(
          Kind.UNAVAILABLE,
          action,
          "%s: the service failed to the last try (%s). Scan again later.".formatted(action, said),
          answer);
    }
    return new ReadFailure(
        Kind.UNEXPECTED, action, "%s answered %s.".formatted(action, said), answer);
  }

  private static ReadFailure timedOut(String action, SdkException exception) {
    return new ReadFailure(
        Kind.TIMED_OUT,
        action,
        "%s did not answer in time. Scan again later.".formatted(action),
        exception);
  }

  private static ReadFailure unanswered(String action, SdkException exception) {
    String message = String.valueOf(exception.getMessage());
    if (message.contains("Unable to load credentials")) {
      return new ReadFailure(
          Kind.CREDENTIALS,
          action,
          "no AWS credentials were found. Set AWS_PROFILE or AWS_ACCESS_KEY_ID, or pass --profile.",
          exception);
    }
    return new ReadFailure(
        Kind.UNAVAILABLE,
        action,
        "%s could not be asked: the connection failed. Check the network and the endpoint."
            .formatted(action),
        exception);
  }

  /** The service's error code, "" where the answer had none. */
  static String code(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }
}
