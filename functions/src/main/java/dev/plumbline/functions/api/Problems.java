package dev.plumbline.functions.api;

import dev.plumbline.publish.escape.Plain;
import java.util.Set;

/** Every problem that the API answers with. */
final class Problems {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;
  private static final int UNPROCESSABLE = 422;
  private static final int UNAVAILABLE = 503;

  private static final int SHOWN = 100;
  private static final String SOON = "5";

  private Problems() {}

  static ProblemException badRequest(String detail, String action) {
    return new Problem(BAD_REQUEST, "bad-request", "The request cannot be read", detail, action)
        .exception();
  }

  static ProblemException noSigner() {
    return new Problem(
            FORBIDDEN,
            "no-caller",
            "Nobody signed the request",
            "The gateway named no caller",
            "Sign the request, and turn IAM authorisation on for every route.")
        .exception();
  }

  static ProblemException noPerson(String by) {
    return new Problem(
            FORBIDDEN,
            "no-person",
            "Only a person can approve",
            "%s proves nobody: whoever may assume a role names its session"
                .formatted(Plain.quoted(by, SHOWN)),
            "Sign the request as an Identity Center user or an IAM user whom people names.")
        .exception();
  }

  static ProblemException noRoute() {
    return new Problem(
            NOT_FOUND,
            "no-route",
            "There is nothing here",
            "The path leads nowhere",
            "Look it up in openapi.yaml.")
        .exception();
  }

  /**
   * What was asked for is not there.
   *
   * @param kind such as {@code stack}
   */
  static ProblemException unknown(String kind, String name, String action) {
    return new Problem(
            NOT_FOUND,
            "unknown-" + kind,
            "There is no such " + kind,
            "No %s is called %s".formatted(kind, Plain.quoted(name, SHOWN)),
            action)
        .exception();
  }

  static ProblemException notAllowed(Set<String> allowed) {
    return new Problem(
            NOT_ALLOWED,
            "method-not-allowed",
            "The method does not fit the path",
            "It takes " + String.join(", ", allowed),
            "Use one of these methods.")
        .with("allow", String.join(", ", allowed))
        .exception();
  }

  /**
   * What was asked for does not fit how things stand.
   *
   * @param name tells conflicts apart
   */
  static ProblemException conflict(String name, String title, String detail, String action) {
    return new Problem(CONFLICT, name, title, detail, action).exception();
  }

  static ProblemException notYet(String detail) {
    return new Problem(
            CONFLICT,
            "scan-not-done",
            "The scan has not ended",
            detail,
            "Ask again later: GET the scan until its phase is done.")
        .with("retry-after", SOON)
        .exception();
  }

  static ProblemException tooLarge(int most) {
    return new Problem(
            TOO_LARGE,
            "too-large",
            "The body is too large",
            "More than %,d bytes came".formatted(most),
            "Send less.")
        .exception();
  }

  static ProblemException unsupportedType() {
    return new Problem(
            UNSUPPORTED,
            "unsupported-media-type",
            "The body's type is not taken",
            "The Content-Type is not application/json",
            "Send JSON, and say so.")
        .exception();
  }

  static ProblemException keyReused() {
    return new Problem(
            UNPROCESSABLE,
            "key-reused",
            "The key belongs to another request",
            "This Idempotency-Key came before, with another path or body",
            "Use a new key for a new request, and the same only to repeat one.")
        .exception();
  }

  /** Nothing of the cause is told: it names what lies behind the API. */
  static Problem unavailable() {
    return new Problem(
            UNAVAILABLE,
            "unavailable",
            "The store or the queue cannot be reached",
            "The request could not be carried out now",
            "Try again later, with the same Idempotency-Key; the function's log says why.")
        .with("retry-after", SOON);
  }
}
