package dev.plumbline.state.source;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One API call for a state, and what its failure means.
 *
 * @param state the state's place
 * @param action the IAM action it needs
 * @param resource what it reads, for people
 */
record AwsCall(String state, String action, String resource) {

  private static final String RENEW = "Renew the credentials, for instance with `aws sso login`.";

  StateException failed(SdkException e) {
    return e instanceof AwsServiceException answer ? refused(answer) : unanswered(e);
  }

  private StateException refused(AwsServiceException e) {
    var answer = new AwsAnswer(e);
    if (answer.saysExpired()) {
      return unreachable("the AWS credentials have expired", RENEW, e);
    }
    if (answer.saysNotAccepted()) {
      return unreachable("AWS does not accept the credentials (" + answer.code() + ")", RENEW, e);
    }
    if (answer.saysOtherRegion()) {
      String where = answer.region().map(region -> ", " + region).orElse("");
      return unreachable("the bucket is in another region" + where, "Set its region.", e);
    }
    if (answer.code().startsWith("KMS.")) {
      return state(
          Code.DENIED,
          "its KMS key cannot be used (" + answer.code() + ")",
          "Enable the key, or cancel its deletion.",
          e);
    }
    return answer.saysNotFound() ? notFound(answer) : refusedObject(answer);
  }

  private StateException refusedObject(AwsAnswer answer) {
    if (answer.saysDenied()) {
      return denied(answer);
    }
    if (answer.saysChanged()) {
      return changed(answer.error());
    }
    String said = answer.code().isEmpty() ? "status " + answer.error().statusCode() : answer.code();
    return unreachable(
        action + " was answered with " + said,
        answer.isPassing()
            ? "Try again later."
            : "Check the credentials, the region and the endpoint.",
        answer.error());
  }

  /** The object is no longer the one whose reading began. */
  StateException changed(Throwable cause) {
    return state(
        Code.CHANGED_WHILE_READING,
        "it was written anew meanwhile",
        "Scan again when the run that writes it has ended.",
        cause);
  }

  private StateException notFound(AwsAnswer answer) {
    String what =
        switch (answer.code()) {
          case "NoSuchBucket" -> "there is no such bucket";
          case "ResourceNotFoundException" -> "there is no " + resource;
          default -> "there is no object " + resource;
        };
    return state(
        Code.NOT_FOUND,
        what,
        "Check the name, the workspace, the region and the account.",
        answer.error());
  }

  private StateException denied(AwsAnswer answer) {
    if (answer.code().equals("InvalidObjectState")) {
      return unreachable(
          "the object is archived", "Restore it from its archive tier.", answer.error());
    }
    String missing = answer.missingAction().orElse(action);
    boolean maybeAbsent = missing.equals(action) && action.equals("s3:GetObject");
    return state(
        Code.DENIED,
        "%s on %s is denied".formatted(missing, resource),
        maybeAbsent
            ? "Allow s3:GetObject on it, and s3:ListBucket on its bucket, without which S3 also"
                + " denies what does not exist."
            : "Allow " + missing + " to the role or user Plumbline runs as.",
        answer.error());
  }

  private StateException unanswered(SdkException e) {
    String said = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
    if (said.contains("expired")) {
      return unreachable("the AWS credentials have expired", RENEW, e);
    }
    if (said.contains("unable to load credentials")) {
      return unreachable(
          "no AWS credentials were found", "Set a profile, a role or AWS_ACCESS_KEY_ID.", e);
    }
    return unreachable(
        "%s got no answer (%s)".formatted(action, root(e).getClass().getSimpleName()),
        "Check the network, the region and the endpoint, and try again.",
        e);
  }

  StateException unreachable(String reason, String remedy, Throwable cause) {
    return state(Code.UNREACHABLE, reason, remedy, cause);
  }

  private StateException state(Code code, String reason, String remedy, Throwable cause) {
    return new StateException(
        code, "Reading state %s failed: %s.".formatted(state, reason), remedy, cause);
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }
}
