package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType.Parent;
import dev.plumbline.state.RecordedResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/**
 * Something of which a REST API has many, and which one listing answers for the whole API.
 *
 * @param path its place below the API
 * @param types the resource types that are read from it
 * @param list lists an API's
 * @param key what API Gateway knows each by
 * @param <T> the SDK's class of it
 */
record ApiPart<T>(
    String path,
    Set<String> types,
    BiFunction<ApiGatewayClient, String, List<T>> list,
    Function<T, String> key) {

  /** The parent of everything that lies below an API. */
  static final Parent API = new Parent("aws_api_gateway_rest_api", "id", "rest_api_id");

  /** The API's, by key, listed once in a scan; empty where there is no such API. */
  Optional<Map<String, T>> of(AwsScope scope, String api) {
    ApiGatewayClient client = ApiGateway.client(scope);
    return scope.shared(
        ApiGateway.GET + " " + path(api),
        () ->
            scope
                .find(ApiGateway.GET, ApiGateway.NOT_FOUND, () -> list.apply(client, api))
                .map(this::byKey));
  }

  private Map<String, T> byKey(List<T> all) {
    Map<String, T> byKey = new LinkedHashMap<>();
    all.forEach(each -> byKey.put(key.apply(each), each));
    return byKey;
  }

  /**
   * Observes resources that are read from the listing.
   *
   * @param found puts what the listing has of a resource into attributes; empty where it has none
   */
  List<Observation> observe(
      Batch batch, BiFunction<Map<String, T>, RecordedResource, Optional<Attributes>> found) {
    return batch.each(
        recorded -> {
          String api = ApiGateway.named(recorded, API.ours());
          return of(batch.scope(), api)
              .map(all -> observation(recorded, found.apply(all, recorded)))
              .orElseGet(() -> noApi());
        });
  }

  private Observation observation(RecordedResource recorded, Optional<Attributes> found) {
    return found
        .<Observation>map(attributes -> placed(attributes, recorded).found())
        .orElseGet(() -> ApiGateway.gone(path("{id}")));
  }

  /** Adds what every part records of its place: names that the listing was asked by. */
  private static Attributes placed(Attributes attributes, RecordedResource recorded) {
    return attributes.put(API.ours(), recorded.at(API.ours())).put("id", recorded.at("id"));
  }

  /**
   * What of it exists in the APIs whose listing the recorded resources need anyway. An API that was
   * made from an OpenAPI document has its parts from there.
   *
   * @param ids the import ids of one of the API's
   */
  List<String> discover(AwsScope scope, BiFunction<String, T, Stream<String>> ids) {
    Set<String> documented = documented(scope);
    List<String> apis =
        scope
            .recorded(types.toArray(String[]::new))
            .map(ApiPart::apiOf)
            .filter(api -> !api.isEmpty() && !documented.contains(api))
            .distinct()
            .toList();
    return scope.forAll(apis, api -> found(scope, api, ids)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private static Set<String> documented(AwsScope scope) {
    return Stream.concat(
            scope
                .recorded(API.type())
                .filter(api -> !api.at("body").isEmpty())
                .map(RecordedResource::id),
            scope.recorded("aws_api_gateway_rest_api_put").map(ApiPart::apiOf))
        .collect(Collectors.toSet());
  }

  private List<String> found(
      AwsScope scope, String api, BiFunction<String, T, Stream<String>> ids) {
    return of(scope, api).stream()
        .flatMap(all -> all.values().stream())
        .flatMap(each -> ids.apply(api, each))
        .toList();
  }

  static String apiOf(RecordedResource recorded) {
    return recorded.at(API.ours()).text();
  }

  static Observation noApi() {
    return new Observation.Gone(ApiGateway.GET + " says that its REST API does not exist");
  }

  private String path(String api) {
    return "/restapis/" + api + "/" + path;
  }
}
