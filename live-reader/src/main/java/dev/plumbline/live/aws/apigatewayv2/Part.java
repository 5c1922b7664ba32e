package dev.plumbline.live.aws.apigatewayv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.Page;
import dev.plumbline.live.aws.Shape;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;

/**
 * Things that belong to an API, a domain name, a route or an integration: API Gateway tells one, or
 * lists all of one owner.
 *
 * @param type the Terraform type
 * @param word what one is called
 * @param owner the attributes that name the owner
 * @param idField the answer's field that holds the id, in snake_case
 * @param listFrom from how many recorded ones of one owner on they are listed; fewer are asked for
 *     by their ids
 * @param single asks for one
 * @param listing asks for a page of all that its owner has
 */
record Part(
    String type,
    String word,
    List<String> owner,
    String idField,
    int listFrom,
    BiFunction<ApiGatewayV2Client, RecordedResource, SdkPojo> single,
    Lister listing) {

  /**
   * So many of one owner are asked for by their ids, which costs little more than a listing and has
   * a not-found answer for each.
   */
  static final int FEW = 3;

  /** Asks for the page that {@code next} names. */
  @FunctionalInterface
  interface Lister {
    Page<? extends SdkPojo> page(
        ApiGatewayV2Client client, RecordedResource sibling, @Nullable String next);
  }

  /** Observes the batch, by listings and single questions. */
  List<Observation> observe(Batch batch, BiFunction<SdkPojo, RecordedResource, Observation> found) {
    Map<String, List<RecordedResource>> owners = byOwner(batch.resources().stream());
    return batch.each(
        resource -> {
          boolean list = owners.getOrDefault(owner(resource), List.of()).size() >= listFrom;
          Optional<SdkPojo> answer =
              list ? listed(batch.scope(), resource) : asked(batch.scope(), resource);
          return answer
              .<Observation>map(each -> found.apply(each, resource))
              .orElseGet(() -> gone(list));
        });
  }

  /** What the owners that are listed anyway have, but for what API Gateway makes by itself. */
  List<String> discover(AwsScope scope) {
    return byOwner(scope.recorded(type)).entrySet().stream()
        .filter(owned -> owned.getValue().size() >= listFrom)
        .filter(owned -> !imported(scope, owned.getValue().getFirst()))
        .flatMap(
            owned ->
                siblings(scope, owned.getValue().getFirst()).orElse(Map.of()).entrySet().stream()
                    .filter(each -> !automatic(each.getValue()))
                    .map(each -> owned.getKey() + "/" + each.getKey()))
        .toList();
  }

  /** The owner's ids, joined by slashes. */
  String owner(RecordedResource resource) {
    return owner.stream().map(name -> resource.at(name).text()).collect(Collectors.joining("/"));
  }

  private Map<String, List<RecordedResource>> byOwner(Stream<RecordedResource> resources) {
    return resources.collect(Collectors.groupingBy(this::owner, TreeMap::new, Collectors.toList()));
  }

  private Optional<SdkPojo> asked(AwsScope scope, RecordedResource resource) {
    ApiGatewayV2Client client = ApiGateway.client(scope);
    return scope.find(ApiGateway.GET, ApiGateway.NOT_FOUND, () -> single.apply(client, resource));
  }

  private Optional<SdkPojo> listed(AwsScope scope, RecordedResource resource) {
    return siblings(scope, resource).map(all -> all.get(resource.id()));
  }

  /** All that its owner has, by id; empty where there is no such owner. */
  private Optional<Map<String, SdkPojo>> siblings(AwsScope scope, RecordedResource resource) {
    ApiGatewayV2Client client = ApiGateway.client(scope);
    return scope.shared(
        "apigatewayv2: each %s of %s".formatted(word, owner(resource)),
        () ->
            scope
                .find(ApiGateway.GET, ApiGateway.NOT_FOUND, () -> all(client, resource))
                .map(items -> ApiGateway.byId(items, this::id)));
  }

  private List<SdkPojo> all(ApiGatewayV2Client client, RecordedResource resource) {
    return Page.all(
        next -> {
          Page<? extends SdkPojo> page = listing.page(client, resource, next);
          return new Page<>(List.copyOf(page.items()), page.next());
        });
  }

  private String id(SdkPojo answer) {
    return Shape.fields(answer).at(idField).text();
  }

  private Observation.Gone gone(boolean listed) {
    return new Observation.Gone(
        listed
            ? "%s lists what its owner has, without this %s".formatted(ApiGateway.GET, word)
            : "%s says that the %s does not exist".formatted(ApiGateway.GET, word));
  }

  private static boolean automatic(SdkPojo answer) {
    Value.Mapping fields = Shape.fields(answer);
    return fields.at("api_gateway_managed").equals(Value.of(true))
        || fields.at("auto_deployed").equals(Value.of(true));
  }

  /** An API made of an OpenAPI document has its parts from there. */
  private boolean imported(AwsScope scope, RecordedResource part) {
    return scope
        .recorded("aws_apigatewayv2_api")
        .filter(api -> owner.contains("api_id") && api.id().equals(part.at("api_id").text()))
        .anyMatch(api -> !api.at("body").isEmpty());
  }
}
