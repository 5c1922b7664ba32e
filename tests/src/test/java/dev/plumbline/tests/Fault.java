package dev.plumbline.tests;

import java.util.regex.Pattern;

/**
 * What goes wrong at which calls.
 *
 * @param calls matched against the whole of {@code service:Operation}, such as {@code
 *     s3:GetBucketPolicy}
 */
public record Fault(Pattern calls, Kind kind) {

  /** How a call goes wrong, each as the service itself would say it. */
  public enum Kind {
    DENIED,
    THROTTLED,
    UNAVAILABLE,
    EXPIRED,
    INTERNAL,
    /** No answer, until the proxy is closed. */
    TIMEOUT,
    /** The connection is cut without an answer. */
    RESET
  }

  public static Fault at(String calls, Kind kind) {
    return new Fault(Pattern.compile(calls), kind);
  }

  public static Fault everywhere(Kind kind) {
    return at(".*", kind);
  }

  boolean hits(Call call) {
    return calls.matcher(call.toString()).matches();
  }
}
