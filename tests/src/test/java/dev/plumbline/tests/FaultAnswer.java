package dev.plumbline.tests;

/** An error as the service itself answers it: status, code and wire format. */
record FaultAnswer(int status, String contentType, String code, String body) {

  static FaultAnswer of(Fault.Kind kind, Call call) {
    return switch (kind) {
      case DENIED -> denied(call);
      case EXPIRED -> expired(call);
      case THROTTLED -> throttled(call);
      case UNAVAILABLE -> answer(call, 503, "ServiceUnavailable", "Try again later.");
      case INTERNAL -> answer(call, 500, internalCode(call), "We met an internal error.");
      case TIMEOUT, RESET -> throw new IllegalArgumentException(kind + " has no answer");
    };
  }

  private static FaultAnswer denied(Call call) {
    String message =
        "User: arn:aws:iam::123456789012:user/reader is not authorized to perform: " + call;
    return switch (call.protocol()) {
      case EC2 -> answer(call, 403, "UnauthorizedOperation", message);
      case QUERY, REST_XML -> answer(call, 403, "AccessDenied", message);
      case JSON -> answer(call, 400, "AccessDeniedException", message);
      case REST_JSON -> answer(call, 403, "AccessDeniedException", message);
    };
  }

  private static FaultAnswer expired(Call call) {
    String message = "The security token included in the request is expired";
    return switch (call.protocol()) {
      case EC2 -> answer(call, 400, "RequestExpired", message);
      case QUERY -> answer(call, 403, "ExpiredToken", message);
      case REST_XML -> answer(call, 400, "ExpiredToken", message);
      case JSON -> answer(call, 400, "ExpiredTokenException", message);
      case REST_JSON -> answer(call, 403, "ExpiredTokenException", message);
    };
  }

  private static FaultAnswer throttled(Call call) {
    String message = "Rate exceeded";
    return switch (call.protocol()) {
      case EC2 -> answer(call, 503, "RequestLimitExceeded", message);
      case QUERY -> answer(call, 400, "Throttling", message);
      case REST_XML -> answer(call, 503, "SlowDown", message);
      case JSON -> answer(call, 400, "ThrottlingException", message);
      case REST_JSON -> answer(call, 429, "TooManyRequestsException", message);
    };
  }

  private static String internalCode(Call call) {
    return switch (call.protocol()) {
      case EC2, REST_XML -> "InternalError";
      case QUERY, JSON, REST_JSON -> "InternalFailure";
    };
  }

  private static FaultAnswer answer(Call call, int status, String code, String message) {
    String error = "<Code>%s</Code><Message>%s</Message>".formatted(code, message);
    return switch (call.protocol()) {
      case EC2 ->
          xml(
              status,
              code,
              "<Response><Errors><Error>%s</Error></Errors><RequestID>0</RequestID></Response>",
              error);
      case QUERY ->
          xml(
              status,
              code,
              "<ErrorResponse><Error><Type>Sender</Type>%s</Error><RequestId>0</RequestId></ErrorResponse>",
              error);
      case REST_XML -> xml(status, code, "<Error>%s<RequestId>0</RequestId></Error>", error);
      case JSON, REST_JSON ->
          new FaultAnswer(
              status,
              call.protocol() == Call.Protocol.JSON
                  ? "application/x-amz-json-1.1"
                  : "application/json",
              code,
              "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
    };
  }

  private static FaultAnswer xml(int status, String code, String form, String error) {
    return new FaultAnswer(status, "text/xml", code, form.formatted(error));
  }
}
