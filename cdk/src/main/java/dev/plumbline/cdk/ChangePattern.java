package dev.plumbline.cdk;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Match;

/**
 * Which events tell of a change: CloudTrail's records of calls that were carried out and did more
 * than read. Only AWS itself can put events on a bus whose source begins so.
 */
final class ChangePattern {

  private ChangePattern() {}

  /** Whosever they are that come to the bus. */
  static EventPattern ofAll() {
    return pattern().build();
  }

  /** Those of that account alone. */
  static EventPattern of(String account) {
    return pattern().account(List.of(account)).build();
  }

  private static EventPattern.Builder pattern() {
    SortedMap<String, Object> detail = new TreeMap<>();
    detail.put("readOnly", List.of(false));
    detail.put("errorCode", Match.doesNotExist());
    detail.put("eventType", List.of("AwsApiCall"));
    return EventPattern.builder()
        .source(Match.prefix("aws."))
        .detailType(List.of("AWS API Call via CloudTrail"))
        .detail(detail);
  }
}
