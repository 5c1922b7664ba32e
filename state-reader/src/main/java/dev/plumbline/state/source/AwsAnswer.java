package dev.plumbline.state.source;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What kind of refusal an AWS service answered with, by its error code and status. */
record AwsAnswer(AwsServiceException error) {

  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");

  private static final Set<String> NOT_ACCEPTED =
      Set.of(
          "InvalidAccessKeyId",
          "InvalidToken",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private static final Set<String> OTHER_REGION =
      Set.of("AuthorizationHeaderMalformed", "PermanentRedirect", "TemporaryRedirect");

  private static final Set<String> NOT_FOUND =
      Set.of("NoSuchKey", "NoSuchBucket", "NotFound", "ResourceNotFoundException");

  /** AWS names the action that was really missing, such as kms:Decrypt behind s3:GetObject. */
  private static final Pattern MISSING_ACTION =
      Pattern.compile("not authorized to perform:? ([a-z0-9-]+:[A-Za-z]+)");

  boolean saysExpired() {
    return EXPIRED.contains(code());
  }

  boolean saysNotAccepted() {
    return NOT_ACCEPTED.contains(code());
  }

  boolean saysOtherRegion() {
    return OTHER_REGION.contains(code()) || error.statusCode() == 301 || error.statusCode() == 307;
  }

  boolean saysNotFound() {
    return NOT_FOUND.contains(code()) || (error.statusCode() == 404 && !saysChanged());
  }

  boolean saysDenied() {
    return error.statusCode() == 403 || code().startsWith("AccessDenied");
  }

  boolean saysChanged() {
    return error.statusCode() == 412 || error.statusCode() == 416 || code().equals("NoSuchVersion");
  }

  /** Whether the same call may succeed later. */
  boolean isPassing() {
    return error.isThrottlingException() || error.statusCode() >= 500;
  }

  /** The error code, "" where the answer has no body, as to HEAD. */
  String code() {
    return Optional.ofNullable(error.awsErrorDetails())
        .map(details -> details.errorCode())
        .orElse("");
  }

  /** The action AWS itself names as missing. */
  Optional<String> missingAction() {
    return Optional.ofNullable(error.getMessage())
        .map(MISSING_ACTION::matcher)
        .filter(matcher -> matcher.find())
        .map(matcher -> matcher.group(1));
  }

  /** The region the bucket is in, where the answer tells. */
  Optional<String> region() {
    return Optional.ofNullable(error.awsErrorDetails())
        .map(details -> details.sdkHttpResponse())
        .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
  }
}
