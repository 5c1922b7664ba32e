package dev.plumbline.live.aws;

import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;

/**
 * Tags of recorded resources, a hundred a call, for services whose own calls answer for one
 * resource only. The tagging API follows the services with some delay and may not know a kind of
 * resource at all. So it is believed where it says what the state says; a difference, or a silence
 * that it has not shown to mean "no tags", is put to the service itself. Thread-safe.
 *
 * <p>Source: the Resource Groups Tagging API reference, GetResources.
 */
public final class TagIndex {

  /** The IAM action; where it is denied, each resource's service is asked. */
  public static final String ACTION = "tag:GetResources";

  /** The API's limit of ARNs in one call. */
  private static final int CHUNK = 100;

  /** The services whose listings do not tell tags. */
  private static final Set<String> ASKED =
      Set.of(
          "acm",
          "backup",
          "cloudwatch",
          "dynamodb",
          "ecr",
          "elasticache",
          "events",
          "kms",
          "lambda",
          "logs",
          "rds",
          "s3",
          "scheduler",
          "servicediscovery",
          "sns",
          "sqs",
          "ssm",
          "states",
          "wafv2");

  /** For fewer, asking each is as cheap. */
  private static final int WORTH_IT = 4;

  private final Map<String, Map<String, String>> tags;
  private final Set<String> kinds;
  private final Map<String, RecordedResource> recorded;

  private TagIndex(Map<String, Map<String, String>> tags, Map<String, RecordedResource> recorded) {
    this.tags = tags;
    this.kinds = tags.keySet().stream().map(TagIndex::kind).collect(Collectors.toSet());
    this.recorded = recorded;
  }

  /**
   * The tags of what has that ARN.
   *
   * @param own asks its service
   * @throws ReadFailure where its service was asked and did not answer
   */
  static Map<String, String> tags(AwsScope scope, String arn, Supplier<Map<String, String>> own) {
    TagIndex index = scope.shared(ACTION, () -> read(scope));
    RecordedResource resource = index.recorded.get(arn);
    if (resource == null) {
      return own.get();
    }
    Map<String, String> known = index.tags.get(arn);
    if (known == null && index.kinds.contains(kind(arn))) {
      known = Map.of();
    }
    return known != null && known.equals(recordedTags(resource)) ? known : own.get();
  }

  private static TagIndex read(AwsScope scope) {
    Map<String, RecordedResource> recorded =
        scope
            .recorded()
            .filter(each -> each.attributes().entries().containsKey("tags_all"))
            .filter(each -> each.at("arn").text().startsWith("arn:"))
            .filter(each -> asksOnePerResource(each.at("arn").text()))
            .collect(Collectors.toMap(each -> each.at("arn").text(), each -> each, (a, _) -> a));
    if (recorded.size() < WORTH_IT) {
      return new TagIndex(Map.of(), Map.of());
    }
    try {
      Map<String, Map<String, String>> tags = new HashMap<>();
      scope
          .forAll(
              recorded.keySet().stream().gather(Gatherers.windowFixed(CHUNK)).toList(),
              arns -> asked(scope, arns))
          .forEach(tags::putAll);
      return new TagIndex(tags, recorded);
    } catch (ReadFailure _) {
      // denied, or an ARN that it does not take: the services themselves are asked
      return new TagIndex(Map.of(), Map.of());
    }
  }

  private static boolean asksOnePerResource(String arn) {
    String service = arn.split(":", 4)[2];
    return ASKED.contains(service) && !(service.equals("s3") && arn.contains("/"));
  }

  private static Map<String, Map<String, String>> asked(AwsScope scope, List<String> arns) {
    Map<String, Map<String, String>> found = new HashMap<>();
    Set<String> seen = new HashSet<>();
    String token = "";
    do {
      String from = token;
      GetResourcesResponse page =
          scope.call(
              ACTION,
              () ->
                  client(scope)
                      .getResources(
                          r -> {
                            r.resourceARNList(arns);
                            if (!from.isEmpty()) {
                              r.paginationToken(from).resourcesPerPage(CHUNK);
                            }
                          }));
      page.resourceTagMappingList()
          .forEach(each -> found.put(plain(each.resourceARN()), tags(each)));
      token = page.paginationToken() == null ? "" : page.paginationToken();
    } while (!token.isEmpty() && seen.add(token));
    return found;
  }

  private static Map<String, String> tags(ResourceTagMapping resource) {
    return resource.tags().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value, (a, _) -> a, TreeMap::new));
  }

  /** Log groups come with their streams, {@code :*}. */
  private static String plain(String arn) {
    return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
  }

  private static Map<String, String> recordedTags(RecordedResource resource) {
    return resource.at("tags_all") instanceof Value.Mapping(var entries)
        ? entries.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().text()))
        : Map.of();
  }

  /** The service and the kind of thing: {@code dynamodb table}. */
  private static String kind(String arn) {
    String[] parts = arn.split(":", 7);
    String resource = parts.length < 6 ? "" : parts[5];
    boolean named = parts.length == 7 || resource.contains("/");
    return parts[2] + " " + (named ? resource.split("/", 2)[0] : "");
  }

  private static ResourceGroupsTaggingApiClient client(AwsScope scope) {
    return scope.client(
        ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder);
  }
}
