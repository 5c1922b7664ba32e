package dev.plumbline.live.aws.apigateway;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.apigateway.model.BasePathMapping;

/**
 * {@code aws_api_gateway_base_path_mapping}: what a domain name serves below a path. Its id is the
 * domain name, the path, and for a private domain name that one's id. API Gateway calls an empty
 * path {@code (none)}. The HTTP APIs' mappings of the same domain names are listed with them.
 */
public final class ApiGatewayBasePathMapping implements ResourceType {

  @Override
  public String name() {
    return "aws_api_gateway_base_path_mapping";
  }

  @Override
  public SortedSet<String> actions() {
    return ApiGateway.actions();
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_api_gateway_domain_name", "id", "domain_name"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded -> {
          Place place = Place.of(recorded.id());
          return mappings(batch.scope(), place)
              .map(all -> all.get(place.path()))
              .<Observation>map(mapping -> attributes(batch, recorded, place, mapping).found())
              .orElseGet(() -> ApiGateway.gone(Place.of("{name}").listing()));
        });
  }

  private static Attributes attributes(
      Batch batch, RecordedResource recorded, Place place, BasePathMapping mapping) {
    return batch
        .attributes()
        .put("id", recorded.id())
        .put("domain_name", place.domain())
        .put("domain_name_id", place.domainId())
        .put("base_path", place.path())
        .put("api_id", mapping.restApiId())
        .put("stage_name", mapping.stage());
  }

  /** The mappings of the domain names of which the state records some. */
  @Override
  public List<String> discover(AwsScope scope) {
    Set<String> others =
        scope
            .recorded("aws_apigatewayv2_api_mapping")
            .map(mapping -> ImportId.of(mapping, "domain_name", "api_mapping_key"))
            .collect(Collectors.toSet());
    List<Place> domains =
        scope
            .recorded(name())
            .map(recorded -> Place.of(recorded.id()).below(""))
            .distinct()
            .toList();
    return scope.forAll(domains, domain -> ids(scope, domain)).stream()
        .flatMap(List::stream)
        .filter(id -> !others.contains(id))
        .toList();
  }

  private static List<String> ids(AwsScope scope, Place domain) {
    return mappings(scope, domain).orElse(Map.of()).keySet().stream()
        .map(path -> domain.below(path).id())
        .toList();
  }

  private static Optional<Map<String, BasePathMapping>> mappings(AwsScope scope, Place place) {
    return scope.shared(
        ApiGateway.GET + " " + place.listing(),
        () ->
            scope
                .find(ApiGateway.GET, ApiGateway.NOT_FOUND, () -> list(scope, place))
                .map(
                    all ->
                        all.stream()
                            .collect(
                                Collectors.toMap(
                                    mapping -> Place.path(mapping.basePath()),
                                    Function.identity()))));
  }

  private static List<BasePathMapping> list(AwsScope scope, Place place) {
    return ApiGateway.client(scope)
        .getBasePathMappingsPaginator(
            r ->
                r.domainName(place.domain())
                    .domainNameId(place.domainId().isEmpty() ? null : place.domainId())
                    .limit(ApiGateway.PAGE))
        .items()
        .stream()
        .toList();
  }

  /**
   * A path of a domain name.
   *
   * @param path "" for all paths
   * @param domainId "" for a public domain name
   */
  private record Place(String domain, String path, String domainId) {

    private static final String ALL = "(none)";

    static Place of(String id) {
      String[] parts = id.split("/", 3);
      return new Place(
          parts[0], parts.length > 1 ? path(parts[1]) : "", parts.length > 2 ? parts[2] : "");
    }

    static String path(String answer) {
      return answer == null || answer.equals(ALL) ? "" : answer;
    }

    Place below(String other) {
      return new Place(domain, other, domainId);
    }

    String listing() {
      return "/domainnames/%s/basepathmappings".formatted(domain)
          + (domainId.isEmpty() ? "" : "?domainNameId=" + domainId);
    }

    String id() {
      return domain + "/" + path + (domainId.isEmpty() ? "" : "/" + domainId);
    }
  }
}
