package dev.plumbline.live.aws.ssm;

import static dev.plumbline.live.aws.FakeScope.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeParametersRequest;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ssm.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Parameters that a test puts in; it decrypts nothing, and denies what a test says. */
final class FakeSsm implements SsmClient {

  static final String ARN = "arn:aws:ssm:us-east-1:123456789012:parameter";

  final Map<String, Parameter> parameters = new TreeMap<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  String denied = "";
  String deniedName = "";

  void put(String name, Consumer<Parameter.Builder> different) {
    Parameter.Builder parameter =
        Parameter.builder()
            .name(name)
            .arn(ARN + (name.startsWith("/") ? "" : "/") + name)
            .type(ParameterType.STRING)
            .value("17")
            .version(3L);
    different.accept(parameter);
    parameters.put(name, parameter.build());
  }

  @Override
  public GetParametersResponse getParameters(GetParametersRequest request) {
    called("GetParameters");
    if (request.names().size() > 10 || request.withDecryption()) {
      throw error("ValidationException", 400);
    }
    if (request.names().contains(deniedName)) {
      throw error("AccessDeniedException", 400);
    }
    return GetParametersResponse.builder()
        .parameters(
            parameters.values().stream()
                .filter(
                    each ->
                        request.names().contains(each.name())
                            || request.names().contains(each.arn()))
                .toList())
        .build();
  }

  @Override
  public DescribeParametersResponse describeParameters(DescribeParametersRequest request) {
    called("DescribeParameters");
    return DescribeParametersResponse.builder()
        .parameters(
            parameters.values().stream()
                .filter(
                    each ->
                        !request.hasParameterFilters()
                            || request.parameterFilters().getFirst().values().contains(each.name()))
                .map(FakeSsm::described)
                .toList())
        .build();
  }

  private static ParameterMetadata described(Parameter parameter) {
    return ParameterMetadata.builder()
        .name(parameter.name())
        .description("How many")
        .allowedPattern("^[0-9]+$")
        .dataType("text")
        .tier("Standard")
        .keyId(parameter.type() == ParameterType.SECURE_STRING ? "alias/aws/ssm" : null)
        .build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    called("ListTagsForResource");
    return ListTagsForResourceResponse.builder()
        .tagList(t -> t.key("of").value(request.resourceId()))
        .build();
  }

  private void called(String operation) {
    calls.add(operation);
    if (operation.equals(denied)) {
      throw error("AccessDeniedException", 400);
    }
  }

  @Override
  public String serviceName() {
    return "ssm";
  }

  @Override
  public void close() {}
}
