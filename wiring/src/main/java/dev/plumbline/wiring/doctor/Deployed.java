package dev.plumbline.wiring.doctor;

import dev.plumbline.wiring.settings.CommandEnvironment;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * A deployment's functions, found by what they are told their deployment is called. Immutable.
 *
 * @param functions by their handler's class, such as {@code ScanFunction}
 */
public record Deployed(String name, Map<String, FunctionConfiguration> functions) {

  public Deployed {
    functions = Map.copyOf(functions);
  }

  /** Looks through all functions of the account and region. */
  public static Deployed find(String name, LambdaClient lambda) {
    Map<String, FunctionConfiguration> functions = new TreeMap<>();
    lambda.listFunctionsPaginator().functions().stream()
        .filter(
            each -> variables(each).getOrDefault(CommandEnvironment.DEPLOYMENT, "").equals(name))
        .forEach(each -> functions.put(handler(each), each));
    return new Deployed(name, functions);
  }

  /** One of its functions; empty where the deployment has none of that kind. */
  public Optional<FunctionConfiguration> function(String handler) {
    return Optional.ofNullable(functions.get(handler));
  }

  /** What a variable is set to, in the first function that has it. */
  public Optional<String> variable(String variable) {
    return all().stream()
        .map(each -> variables(each).getOrDefault(variable, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  Collection<FunctionConfiguration> all() {
    return new TreeMap<>(functions).values();
  }

  private static String handler(FunctionConfiguration function) {
    return Optional.ofNullable(function.handler()).orElse("").replaceAll(".*\\.|::.*", "");
  }

  private static Map<String, String> variables(FunctionConfiguration function) {
    return Optional.ofNullable(function.environment())
        .map(EnvironmentResponse::variables)
        .orElse(Map.of());
  }
}
