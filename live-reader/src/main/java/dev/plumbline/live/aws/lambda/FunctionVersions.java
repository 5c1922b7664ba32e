package dev.plumbline.live.aws.lambda;

import dev.plumbline.live.aws.AwsScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/**
 * The newest version of each function. One listing has the versions of all functions in pages of
 * 50; where it would take more pages than there are functions to read, each is asked for by itself.
 */
final class FunctionVersions {

  static final String OF_ALL = "lambda:ListFunctions";
  static final String OF_ONE = "lambda:ListVersionsByFunction";

  /** The unpublished version, which is the newest of a function that published none. */
  private static final String LATEST = "$LATEST";

  private FunctionVersions() {}

  /** The newest version of that function; empty where Lambda lists none. */
  static Optional<FunctionConfiguration> newest(AwsScope scope, String function) {
    return ofAll(scope)
        .flatMap(all -> Optional.ofNullable(all.get(FunctionName.of(function).name())))
        .or(() -> ofOne(scope, function));
  }

  /** The names of all functions; no call where the versions of all have been listed. */
  static List<String> functions(AwsScope scope) {
    return ofAll(scope)
        .map(all -> List.copyOf(all.keySet()))
        .orElseGet(
            () ->
                scope.call(
                    OF_ALL,
                    () ->
                        Lambda.client(scope).listFunctionsPaginator().functions().stream()
                            .map(FunctionConfiguration::functionName)
                            .toList()));
  }

  /** Every function's newest version by its name; empty where the listing is too long. */
  private static Optional<Map<String, FunctionConfiguration>> ofAll(AwsScope scope) {
    return scope.shared(
        OF_ALL + " newest",
        () -> {
          long pages = Math.max(1, scope.recorded("aws_lambda_function").count());
          return scope.call(OF_ALL, () -> list(scope, pages)).map(FunctionVersions::byName);
        });
  }

  private static Optional<List<FunctionConfiguration>> list(AwsScope scope, long pages) {
    Iterator<ListFunctionsResponse> answers =
        Lambda.client(scope)
            .listFunctionsPaginator(r -> r.functionVersion(FunctionVersion.ALL))
            .iterator();
    List<FunctionConfiguration> versions = new ArrayList<>();
    for (long page = 0; page < pages && answers.hasNext(); page++) {
      versions.addAll(answers.next().functions());
    }
    return answers.hasNext() ? Optional.empty() : Optional.of(versions);
  }

  private static Map<String, FunctionConfiguration> byName(List<FunctionConfiguration> versions) {
    Map<String, FunctionConfiguration> newest = new HashMap<>();
    versions.forEach(
        each ->
            newest.merge(
                each.functionName(),
                each,
                (one, other) -> number(one) < number(other) ? other : one));
    return newest;
  }

  private static long number(FunctionConfiguration version) {
    return version.version().equals(LATEST) ? 0L : Long.parseLong(version.version());
  }

  private static Optional<FunctionConfiguration> ofOne(AwsScope scope, String function) {
    return scope.call(
        OF_ONE,
        () ->
            Lambda.client(scope)
                .listVersionsByFunctionPaginator(r -> r.functionName(function))
                .versions()
                .stream()
                .max(Comparator.comparingLong(FunctionVersions::number)));
  }
}
