package dev.plumbline.live.aws.route53;

import dev.plumbline.live.aws.AwsScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.route53.model.ResourceTagSet;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * Tags of zones or health checks that exist, asked for ten at a time, which is as many as Route 53
 * takes.
 */
final class ResourceTags {

  static final String LIST = "route53:ListTagsForResources";

  private static final int AT_ONCE = 10;

  private final AwsScope scope;
  private final TagResourceType type;
  private final Map<String, List<String>> chunks = new HashMap<>();

  ResourceTags(AwsScope scope, TagResourceType type, List<String> ids) {
    this.scope = scope;
    this.type = type;
    ids.stream()
        .gather(Gatherers.windowFixed(AT_ONCE))
        .forEach(chunk -> chunk.forEach(id -> chunks.put(id, chunk)));
  }

  /**
   * The tags of one of them.
   *
   * @throws dev.plumbline.live.aws.ReadFailure where they could not be read
   */
  List<Tag> of(String id) {
    List<String> chunk = Optional.ofNullable(chunks.get(id)).orElse(List.of(id));
    return scope
        .shared(LIST + " " + type + " " + chunk.getFirst(), () -> list(chunk))
        .getOrDefault(id, List.of());
  }

  private Map<String, List<Tag>> list(List<String> chunk) {
    Map<String, List<Tag>> tags = new HashMap<>();
    for (ResourceTagSet set :
        scope.call(
            LIST,
            () ->
                RecordSets.client(scope)
                    .listTagsForResources(r -> r.resourceType(type).resourceIds(chunk))
                    .resourceTagSets())) {
      tags.put(set.resourceId(), set.tags());
    }
    return tags;
  }
}
