package dev.plumbline.wiring.events;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.StackStatus;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.engine.Severity;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.redact.Fingerprint;
import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.publish.Reports;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.wiring.publish.Destinations;
import dev.plumbline.wiring.publish.LastReports;
import dev.plumbline.wiring.publish.PublishOptions;
import dev.plumbline.wiring.publish.Publishing;
import dev.plumbline.wiring.publish.Watching;
import dev.plumbline.wiring.work.Batch.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A stack whose changes are watched, with all that takes in memory: two queues that are managed.
 */
final class Watched {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final String ORDERS = "aws_sqs_queue.orders";
  static final String JOBS = "aws_sqs_queue.jobs";

  final RememberedStacks memory = new RememberedStacks();
  final Watching told = new Watching(memory, memory, memory.shared());
  final Map<String, ResourceReport> live = new LinkedHashMap<>();
  final List<Set<String>> read = new ArrayList<>();
  final List<Map<String, Set<String>>> aspects = new ArrayList<>();
  final List<PartScan> counted = new ArrayList<>();
  final Map<String, Duration> queued = new LinkedHashMap<>();
  StackStatus status = StackStatus.SCANNED;
  Instant now = NOON;
  final FakeAccount account = new FakeAccount();
  private final FakeIndex index = new FakeIndex();
  private final EventBatch batch;

  Watched() throws IOException, ConfigurationException {
    Configuration configuration =
        Configuration.parse(
            """
            version: 1
            events: {deployRoles: ["arn:aws:iam::123456789012:role/deploy"],
              unmanaged: [aws_sqs_queue, aws_iam_user]}
            ignore: [{type: aws_sqs_queue, id: "*/scratch", reason: a toy, owner: ana}]
            """,
            "here");
    inSync(ORDERS);
    inSync(JOBS);
    index.replace("shop", List.of(indexed("orders"), indexed("jobs")));
    Publishing publishing = told.publishing();
    publishing.publish(report("whole"), nobody(), key(), options());
    LastReports last = told.last();
    Changes changes =
        new Changes(
            this::scan,
            (stack, _, _) -> {
              throw new IOException("nobody scans all of " + stack);
            },
            last,
            publishing,
            memory,
            memory,
            index,
            () -> new byte[32],
            counted::add,
            () -> now);
    batch =
        new EventBatch(
            ResourceTypes.aws(),
            () -> configuration,
            index,
            changes,
            new Newcomers(
                (_, created, _) -> account.look(created),
                told.newcomers(memory, () -> now),
                () -> now),
            (body, delay) -> queued.put(body, delay),
            () -> now);
  }

  static MarkerKey key() {
    return new MarkerKey(new byte[32]);
  }

  private static PublishOptions options() {
    return new PublishOptions(false, false, Duration.ofSeconds(5));
  }

  static Destinations nobody() {
    return new Destinations(new LinkedHashMap<>());
  }

  private static Indexed indexed(String queue) {
    String url = "https://sqs.us-east-1.amazonaws.com/123456789012/" + queue;
    return new Indexed(
        "aws_sqs_queue." + queue,
        "aws_sqs_queue",
        "123456789012",
        "us-east-1",
        new TreeMap<>(Map.of(url, new TreeSet<>(Set.of("!id")))));
  }

  void inSync(String address) {
    live.put(address, resource(address, Status.IN_SYNC, ""));
  }

  void unreadable(String address) {
    live.put(address, resource(address, Status.UNREADABLE, "denied"));
  }

  void drift(String address, String print) {
    live.put(address, resource(address, Status.DRIFTED, "").withFingerprint(print));
  }

  private static ResourceReport resource(String address, Status status, String reason) {
    return new ResourceReport(
        address,
        "aws_sqs_queue",
        address,
        "123456789012",
        "us-east-1",
        status,
        Optional.of(Severity.LOW),
        List.of(),
        reason);
  }

  /** Messages that are handed out for the first time, an event each. */
  List<String> happens(String... events) {
    return delivered(1, Duration.ofMinutes(5), events);
  }

  List<String> delivered(int times, Duration left, String... events) {
    List<Message> messages = new ArrayList<>();
    for (String event : events) {
      messages.add(new Message("m" + messages.size(), event, times));
    }
    return batch.carryOut(messages, left);
  }

  /** What is known of the stack now. */
  StackReport known() throws IOException {
    return told.last().of("shop").orElseThrow().report().stack();
  }

  ResourceReport known(String address) throws IOException {
    return known().resources().stream()
        .filter(each -> each.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private Report report(String id) {
    List<ResourceReport> resources = List.copyOf(live.values());
    StackReport stack = Reports.stack("shop", resources, List.of(), List.of());
    return new Report(
        id,
        now.minusSeconds(3_600),
        now.minusSeconds(3_590),
        new LinkedHashMap<>(),
        List.of(stack));
  }

  private Optional<Parts.Part> scan(Configuration configuration, Parts.Question question) {
    read.add(question.touched().keySet());
    aspects.add(question.touched());
    List<ResourceReport> found =
        question.touched().keySet().stream().sorted().map(live::get).toList();
    StackReport stack =
        status == StackStatus.SCANNED
            ? Reports.stack("shop", found, List.of(), List.of())
            : Reports.unscanned("shop", status);
    return Optional.of(
        new Parts.Part(
            new Report("part-" + read.size(), now, now, new LinkedHashMap<>(), List.of(stack)),
            nobody(),
            live.keySet(),
            address -> Set.of(address),
            _ -> List.of(),
            7));
  }

  /** Somebody sets an attribute of a queue. */
  static String set(String queue, String who, Instant at) {
    return set(queue, who, "Admin", at);
  }

  static String set(String queue, String who, String role, Instant at) {
    return """
    {"account":"123456789012","detail":{"userIdentity":{"type":"AssumedRole",
      "arn":"arn:aws:sts::123456789012:assumed-role/%s/%s",
      "sessionContext":{"sessionIssuer":{"arn":"arn:aws:iam::123456789012:role/%s","userName":"%s"}}},
     "eventTime":"%s","eventSource":"sqs.amazonaws.com","eventName":"SetQueueAttributes",
     "awsRegion":"us-east-1","recipientAccountId":"123456789012","userAgent":"aws-cli/2.22.0",
     "requestParameters":{"queueUrl":"https://sqs.us-east-1.amazonaws.com/123456789012/%s"},
     "readOnly":false,"eventType":"AwsApiCall"}}"""
        .formatted(role, who, role, role, at, queue);
  }

  /** The stack's fingerprint where that is all that drifts. */
  static String print(String... prints) {
    return Fingerprint.ofAll(List.of(prints));
  }
}
