package dev.plumbline.wiring.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who made a call, and with what, from CloudTrail's record of it. A session's name is what whoever
 * took the role called it: it says who it probably was, and proves nothing.
 *
 * <p>Source: the CloudTrail userIdentity element reference.
 */
final class Caller {

  private static final int LONGEST = 200;
  private static final String SERVICE = ".amazonaws.com";

  /** The start of a tool's user agent, in lower case. */
  private static final Map<String, String> TOOLS =
      Map.of(
          "aws-cli", "cli",
          "terraform", "terraform",
          "opentofu", "terraform",
          "pulumi", "pulumi",
          "boto", "sdk",
          "aws-sdk", "sdk",
          "mozilla", "console");

  private final JsonNode record;
  private final JsonNode who;

  Caller(JsonNode record) {
    this.record = record;
    this.who = record.path("userIdentity");
  }

  /** In a person's words; "unknown" where the record does not tell. */
  String principal() {
    String named =
        switch (who.path("type").asText()) {
          case "AssumedRole" -> session();
          case "Root" -> "root of " + who.path("accountId").asText();
          case "AWSService" -> text(who, "invokedBy");
          case "AWSAccount" -> "account " + who.path("accountId").asText();
          case "IdentityCenterUser" ->
              "Identity Center user " + who.at("/onBehalfOf/userId").asText();
          case "FederatedUser" -> last(text(who, "arn"));
          case "Role" -> "role " + last(text(who, "arn"));
          default -> text(who, "userName");
        };
    return cut(
        Stream.of(named, last(text(who, "arn")), text(who, "principalId"), text(who, "invokedBy"))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("unknown"));
  }

  private String session() {
    String session = last(text(who, "arn"));
    JsonNode context = who.path("sessionContext");
    String role = context.at("/sessionIssuer/userName").asText();
    String source = context.path("sourceIdentity").asText();
    if (source.isEmpty()) {
      return role.isEmpty() ? session : "%s (role %s)".formatted(session, role);
    }
    return "%s (role %s, session %s)".formatted(source, role, session);
  }

  /** The ARN of the role behind a session, or the caller's own. */
  String role() {
    String issuer = who.at("/sessionContext/sessionIssuer/arn").asText();
    return issuer.isEmpty() ? text(who, "arn") : issuer;
  }

  /** The console, a tool or a service; "api" where the record does not tell. */
  String via() {
    if (text(record, "sessionCredentialFromConsole").equals("true")) {
      return "console";
    }
    return Stream.of(
            text(who, "invokedBy"), text(record, "sourceIPAddress"), text(record, "userAgent"))
        .map(Caller::service)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> tool(text(record, "userAgent")));
  }

  private static Optional<String> service(String host) {
    if (!host.endsWith(SERVICE) || host.contains(" ")) {
      return Optional.empty();
    }
    String name = host.substring(0, host.length() - SERVICE.length());
    return Optional.of(name.equals("console") || name.startsWith("signin") ? "console" : cut(host));
  }

  private static String tool(String agent) {
    String words = agent.replaceFirst("^\\[", "").toLowerCase(Locale.ROOT);
    if (words.contains("terraform") || words.contains("opentofu")) {
      return "terraform";
    }
    return TOOLS.entrySet().stream()
        .filter(tool -> words.startsWith(tool.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(words.contains("console.amazonaws.com") ? "console" : "api");
  }

  private static String last(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
