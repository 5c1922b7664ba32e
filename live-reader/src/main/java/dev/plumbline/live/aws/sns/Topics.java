package dev.plumbline.live.aws.sns;

import dev.plumbline.live.aws.AwsScope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;

/**
 * What SNS says of one topic: all its attributes, its policy among them, asked for once in a scan
 * for the topic and its policy's own resource.
 */
final class Topics {

  static final String ATTRIBUTES = "sns:GetTopicAttributes";

  /** The code of the query protocol and its exception's name. */
  static final Set<String> NOT_FOUND = Set.of("NotFound", "NotFoundException");

  private Topics() {}

  /** The topic's attributes under SNS's names; empty where there is no such topic. */
  static Optional<Map<String, String>> attributes(AwsScope scope, String arn) {
    return scope.shared(
        ATTRIBUTES + "/" + arn,
        () ->
            scope
                .find(
                    ATTRIBUTES,
                    NOT_FOUND,
                    () -> client(scope).getTopicAttributes(r -> r.topicArn(arn)))
                .map(GetTopicAttributesResponse::attributes));
  }

  static SnsClient client(AwsScope scope) {
    return scope.client(SnsClient.class, SnsClient::builder);
  }
}
