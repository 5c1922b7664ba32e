package dev.plumbline.live.aws.ssm;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.ReadFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/**
 * A scan's parameters, asked for many at a time: ten values a call, fifty descriptions a call.
 *
 * @param names the names or ARNs wanted, each once
 */
record Parameters(AwsScope scope, List<String> names) {

  static final String GET = "ssm:GetParameters";
  static final String DESCRIBE = "ssm:DescribeParameters";

  private static final int VALUES = 10;
  private static final int DESCRIPTIONS = 50;

  /** The parameter; empty where Systems Manager says that it does not exist. */
  Optional<Parameter> value(String name) {
    List<String> chunk = chunkOf(name, VALUES);
    Map<String, Parameter> values;
    try {
      values = values(chunk);
    } catch (ReadFailure failure) {
      if (failure.kind() != ReadFailure.Kind.DENIED || chunk.size() == 1) {
        throw failure;
      }
      // one name that may not be read denies the call for all of them
      values = values(List.of(name));
    }
    return Optional.ofNullable(values.get(name));
  }

  private Map<String, Parameter> values(List<String> chunk) {
    return scope.shared(
        GET + " " + chunk,
        () -> {
          Map<String, Parameter> byName = new HashMap<>();
          scope
              .call(
                  GET, () -> client(scope).getParameters(r -> r.names(chunk).withDecryption(false)))
              .parameters()
              .forEach(
                  parameter -> {
                    byName.put(parameter.name(), parameter);
                    byName.put(parameter.arn(), parameter);
                  });
          return byName;
        });
  }

  /** What is set on the parameter of that name, which exists. */
  Optional<ParameterMetadata> description(String id, String name) {
    List<ParameterMetadata> found =
        scope.discovering() ? all(scope) : described(chunkOf(id, DESCRIPTIONS));
    return found.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private List<ParameterMetadata> described(List<String> chunk) {
    List<String> wanted = chunk.stream().map(Parameters::nameOf).toList();
    ParameterStringFilter filter =
        ParameterStringFilter.builder().key("Name").option("Equals").values(wanted).build();
    return scope.shared(DESCRIBE + " " + chunk, () -> describe(scope, List.of(filter)));
  }

  /** Every parameter of the account and region. */
  static List<ParameterMetadata> all(AwsScope scope) {
    return scope.shared(DESCRIBE, () -> describe(scope, List.of()));
  }

  private static List<ParameterMetadata> describe(
      AwsScope scope, List<ParameterStringFilter> filters) {
    return scope.call(
        DESCRIBE,
        () ->
            client(scope)
                .describeParametersPaginator(
                    r -> {
                      r.maxResults(DESCRIPTIONS);
                      if (!filters.isEmpty()) {
                        r.parameterFilters(filters);
                      }
                    })
                .stream()
                .flatMap(page -> page.parameters().stream())
                .toList());
  }

  /** A parameter whose name has no slash has no other one in its ARN. */
  private static String nameOf(String id) {
    int at = id.startsWith("arn:") ? id.indexOf(":parameter/") : -1;
    if (at < 0) {
      return id;
    }
    String path = id.substring(at + ":parameter".length());
    return path.indexOf('/', 1) < 0 ? path.substring(1) : path;
  }

  private List<String> chunkOf(String name, int size) {
    int start = names.indexOf(name) / size * size;
    return new ArrayList<>(names.subList(start, Math.min(start + size, names.size())));
  }

  static SsmClient client(AwsScope scope) {
    return scope.client(SsmClient.class, SsmClient::builder);
  }
}
