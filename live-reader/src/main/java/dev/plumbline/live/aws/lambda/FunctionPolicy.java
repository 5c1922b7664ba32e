package dev.plumbline.live.aws.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.ReadFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may invoke a function or one of its qualifiers: the statements of its policy, by their ids.
 * Asked for once a scan, for all permissions that are recorded of it.
 */
record FunctionPolicy(Map<String, JsonNode> statements) {

  static final String GET = "lambda:GetPolicy";

  /** Empty where Lambda says that there is no such function, or none of it is allowed. */
  static Optional<FunctionPolicy> of(AwsScope scope, String function, String qualifier) {
    return scope.shared(
        GET + " " + function + " " + qualifier,
        () ->
            scope
                .find(
                    GET,
                    Lambda.NOT_FOUND,
                    () ->
                        Lambda.client(scope)
                            .getPolicy(
                                r ->
                                    r.functionName(function)
                                        .qualifier(qualifier.isEmpty() ? null : qualifier))
                            .policy())
                .map(FunctionPolicy::parse));
  }

  private static FunctionPolicy parse(String document) {
    Map<String, JsonNode> statements = new LinkedHashMap<>();
    try {
      new ObjectMapper()
          .readTree(document)
          .path("Statement")
          .forEach(statement -> statements.put(statement.path("Sid").asText(), statement));
    } catch (JsonProcessingException e) {
      throw new ReadFailure(
          ReadFailure.Kind.UNEXPECTED, GET, GET + " answered a policy that is no JSON.", e);
    }
    return new FunctionPolicy(statements);
  }
}
