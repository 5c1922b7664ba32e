package dev.plumbline.wiring;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What is said of a call to AWS that failed: never the message, which may hold data. */
public final class AwsFailure {

  private AwsFailure() {}

  /** The code that AWS answered, such as {@code AccessDenied}; else what was thrown. */
  public static String code(Exception e) {
    return e instanceof AwsServiceException answered && answered.awsErrorDetails() != null
        ? answered.awsErrorDetails().errorCode()
        : e.getClass().getSimpleName();
  }

  /** The same with the HTTP status, where there is one. */
  public static String why(Exception e) {
    return e instanceof AwsServiceException answered && answered.awsErrorDetails() != null
        ? "%s (%d)".formatted(code(e), answered.statusCode())
        : code(e);
  }
}
