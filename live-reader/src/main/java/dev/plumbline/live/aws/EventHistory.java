package dev.plumbline.live.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/**
 * CloudTrail's event history: what was called of late, by what the calls named. An account and
 * region that did not answer is not asked again. For one scan; thread-safe.
 */
public final class EventHistory {

  /** The IAM action that it needs. */
  public static final String ACTION = "cloudtrail:LookupEvents";

  private static final int PAGE = 50;

  /** Nobody waits longer for what is best effort. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AwsAccounts accounts;
  private final CallCounter counter = new CallCounter();
  private final Map<String, CloudTrailClient> clients = new ConcurrentHashMap<>();
  private final Map<String, ReadFailure> failures = new ConcurrentHashMap<>();

  public EventHistory(AwsAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The records of calls that named a resource so, the latest first, as CloudTrail wrote them.
   *
   * @param name a resource's name as records list it: an id, a name or an ARN
   * @param since CloudTrail keeps 90 days
   * @param pages how many calls it may take, of fifty records each
   * @throws ReadFailure where it did not answer
   */
  public List<String> of(String account, String region, String name, Instant since, int pages) {
    String place = account + "/" + region;
    ReadFailure failed = failures.get(place);
    if (failed != null) {
      throw failed;
    }
    try {
      return records(client(account, region), name, since, pages);
    } catch (SdkException unanswered) {
      ReadFailure failure = Failures.of(ACTION, unanswered);
      failures.put(place, failure);
      throw failure;
    }
  }

  /** The calls so far, by name. */
  public SequencedMap<String, Long> calls() {
    return counter.counts();
  }

  private static List<String> records(
      CloudTrailClient client, String name, Instant since, int pages) {
    List<String> records = new ArrayList<>();
    @Nullable String next = null;
    for (int page = 0; page < pages && (page == 0 || next != null); page++) {
      LookupEventsResponse answer = client.lookupEvents(request(name, since, next));
      answer.events().stream().map(Event::cloudTrailEvent).forEach(records::add);
      next = answer.nextToken();
    }
    return records;
  }

  private static LookupEventsRequest request(String name, Instant since, @Nullable String next) {
    return LookupEventsRequest.builder()
        .lookupAttributes(
            LookupAttribute.builder()
                .attributeKey(LookupAttributeKey.RESOURCE_NAME)
                .attributeValue(name)
                .build())
        .startTime(since)
        .maxResults(PAGE)
        .overrideConfiguration(call -> call.apiCallTimeout(PATIENCE))
        .nextToken(next)
        .build();
  }

  private CloudTrailClient client(String account, String region) {
    String place = account + "/" + region;
    CloudTrailClient known = clients.get(place);
    if (known != null) {
      return known;
    }
    Optional<AwsClients> made = accounts.clients(account, region, counter);
    CloudTrailClient client =
        made.orElseThrow(() -> foreign(account))
            .client(CloudTrailClient.class, CloudTrailClient::builder);
    clients.put(place, client);
    return client;
  }

  private static ReadFailure foreign(String account) {
    return new ReadFailure(
        ReadFailure.Kind.WRONG_PLACE,
        ACTION,
        "no role is configured for account %s.".formatted(account));
  }
}
