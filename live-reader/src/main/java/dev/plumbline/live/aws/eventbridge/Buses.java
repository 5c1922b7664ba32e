package dev.plumbline.live.aws.eventbridge;

import dev.plumbline.live.aws.Attributes;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;

/**
 * Event buses: one by its name, with its policy, and all of them; each asked for once in a scan.
 */
final class Buses {

  static final String DESCRIBE = "events:DescribeEventBus";
  static final String LIST = "events:ListEventBuses";
  static final String TAGS = "events:ListTagsForResource";

  static final Set<String> NOT_FOUND = Set.of("ResourceNotFoundException");

  /** Every account has it in every region; nobody made it. */
  static final String DEFAULT = "default";

  private static final int PAGE = 100;

  private Buses() {}

  /** The bus, by name or ARN; empty where there is none. */
  static Optional<DescribeEventBusResponse> bus(AwsScope scope, String name) {
    return scope.shared(
        DESCRIBE + "/" + name,
        () ->
            scope.find(
                DESCRIBE, NOT_FOUND, () -> client(scope).describeEventBus(r -> r.name(name))));
  }

  /** Every bus, with its policy. */
  static List<EventBus> all(AwsScope scope) {
    return scope.shared(
        LIST,
        () ->
            scope.call(
                LIST,
                () ->
                    Page.all(
                        token -> {
                          ListEventBusesResponse page =
                              client(scope).listEventBuses(r -> r.limit(PAGE).nextToken(token));
                          return new Page<>(page.eventBuses(), page.nextToken());
                        })));
  }

  static Attributes tagged(Attributes attributes, AwsScope scope, String arn) {
    return attributes.tags(
        scope.tagList(
            arn,
            () ->
                scope
                    .call(TAGS, () -> client(scope).listTagsForResource(r -> r.resourceARN(arn)))
                    .tags()));
  }

  static EventBridgeClient client(AwsScope scope) {
    return scope.client(EventBridgeClient.class, EventBridgeClient::builder);
  }
}
