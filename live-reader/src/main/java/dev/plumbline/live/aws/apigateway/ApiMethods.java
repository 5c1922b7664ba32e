package dev.plumbline.live.aws.apigateway;

import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** The methods in the listing of an API's resources. */
final class ApiMethods {

  private ApiMethods() {}

  /** The method that a recorded method, integration or response of either names. */
  static Optional<Method> of(Map<String, Resource> all, RecordedResource recorded) {
    return Optional.ofNullable(all.get(ApiGateway.named(recorded, "resource_id")))
        .map(resource -> resource.resourceMethods().get(ApiGateway.named(recorded, "http_method")));
  }

  /**
   * The import ids of what hangs on methods.
   *
   * @param ids answers for one method, whose own import id it gets
   */
  static List<String> discover(AwsScope scope, BiFunction<String, Method, Stream<String>> ids) {
    return ApiParts.RESOURCES.discover(
        scope,
        (api, resource) ->
            resource.resourceMethods().entrySet().stream()
                .flatMap(
                    method ->
                        ids.apply(
                            ImportId.of(api, resource.id(), method.getKey()), method.getValue())));
  }
}
