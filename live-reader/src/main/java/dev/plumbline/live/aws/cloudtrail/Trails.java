package dev.plumbline.live.aws.cloudtrail;

import dev.plumbline.live.aws.AwsScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.ResourceTag;
import software.amazon.awssdk.services.cloudtrail.model.Tag;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/** The trails seen from one region, in one listing, and their tags, twenty trails to a call. */
final class Trails {

  static final String DESCRIBE = "cloudtrail:DescribeTrails";
  static final String TAGS = "cloudtrail:ListTags";

  /** CloudTrail's limit of trails that tags are asked of at once. */
  private static final int TAGGED = 20;

  private Trails() {}

  /** Every trail, those of other regions that reach into this one among them. */
  static List<Trail> all(AwsScope scope) {
    return scope.shared(
        DESCRIBE,
        () ->
            scope
                .<DescribeTrailsResponse>call(
                    DESCRIBE, () -> client(scope).describeTrails(r -> r.includeShadowTrails(true)))
                .trailList());
  }

  /** The tags of these trails, by ARN. */
  static Map<String, List<Tag>> tags(AwsScope scope, List<String> arns) {
    List<List<String>> chunks = arns.stream().gather(Gatherers.windowFixed(TAGGED)).toList();
    Map<String, List<Tag>> tags = new HashMap<>();
    for (List<ResourceTag> answer : scope.forAll(chunks, chunk -> ask(scope, chunk))) {
      for (ResourceTag resource : answer) {
        tags.computeIfAbsent(resource.resourceId(), _ -> new ArrayList<>())
            .addAll(resource.tagsList());
      }
    }
    return tags;
  }

  private static List<ResourceTag> ask(AwsScope scope, List<String> arns) {
    return scope.call(
        TAGS,
        () ->
            client(scope).listTagsPaginator(r -> r.resourceIdList(arns)).resourceTagList().stream()
                .toList());
  }

  static CloudTrailClient client(AwsScope scope) {
    return scope.client(CloudTrailClient.class, CloudTrailClient::builder);
  }
}
