package dev.plumbline.live.aws.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.state.RecordedResource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A statement of a function's policy under the names of {@code aws_lambda_permission}. */
final class PermissionStatement {

  /** The condition key, whose case AWS does not mind, behind its operator. */
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "event_source_token", "StringEquals lambda:EventSourceToken",
          "function_url_auth_type", "StringEquals lambda:FunctionUrlAuthType",
          "invoked_via_function_url", "Bool lambda:InvokedViaFunctionUrl",
          "principal_org_id", "StringEquals aws:PrincipalOrgID",
          "source_account", "StringEquals AWS:SourceAccount",
          "source_arn", "ArnLike AWS:SourceArn");

  private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):root");

  private PermissionStatement() {}

  static Attributes of(Attributes attributes, RecordedResource recorded, JsonNode statement) {
    attributes
        .put("action", text(statement.path("Action")))
        .put("principal", principal(recorded, statement.path("Principal")));
    CONDITIONS.forEach(
        (attribute, condition) -> attributes.put(attribute, condition(statement, condition)));
    return attributes;
  }

  /** An account may be allowed by its id, which Lambda answers as its root. */
  private static String principal(RecordedResource recorded, JsonNode principal) {
    String named =
        Stream.of(principal, principal.path("AWS"), principal.path("Service"))
            .map(PermissionStatement::text)
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    Matcher root = ROOT.matcher(named);
    String asked = recorded.at("principal").text();
    return root.matches() && root.group(1).equals(asked) ? asked : named;
  }

  private static String condition(JsonNode statement, String condition) {
    String[] parts = condition.split(" ", 2);
    return statement.path("Condition").path(parts[0]).properties().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(parts[1]))
        .map(Map.Entry::getValue)
        .map(PermissionStatement::text)
        .findFirst()
        .orElse("");
  }

  /** A text, or the only one of a list. */
  private static String text(JsonNode node) {
    return Optional.of(node)
        .filter(each -> each.isArray() && each.size() == 1)
        .map(each -> each.get(0))
        .orElse(node)
        .asText();
  }
}
