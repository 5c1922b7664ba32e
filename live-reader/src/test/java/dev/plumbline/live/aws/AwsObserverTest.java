package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.engine.Observe.Answer;
import dev.plumbline.engine.Observe.Observed;
import dev.plumbline.engine.Observe.Request;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.live.aws.ReadFailure.Kind;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A stack's batches, read at once and awaited until the deadline. */
@Timeout(60)
final class AwsObserverTest {

  private static final String HOME = "123456789012";

  private final FakeSts sts = FakeSts.of(HOME);
  private final Map<String, Supplier<ResourceType>> types = new TreeMap<>();
  private final List<Integer> progress = new ArrayList<>();
  private Duration patience = Duration.ofSeconds(30);
  private boolean unmanaged;

  @Test
  void answers_come_in_the_request_s_order_whatever_the_batches() {
    reading(FakeType.found("aws_sqs_queue"));
    reading(FakeType.found("aws_iam_role").everywhere());
    List<RecordedResource> resources =
        List.of(
            queue("b", "eu-west-1"),
            resource("aws_iam_role", "r", Map.of()),
            resource("aws_nothing", "n", Map.of("region", "us-east-1")),
            queue("a", "us-east-1"));
    List<Observed> observed = observe(sts, resources).observed();
    assertThat(observed)
        .extracting(Observed::region)
        .containsExactly("eu-west-1", "", "us-east-1", "us-east-1");
    assertThat(observed).extracting(Observed::account).containsExactly(HOME, HOME, "", HOME);
    assertThat(observed.get(2).observation())
        .isEqualTo(new Observation.Unsupported("Plumbline has no reader for aws_nothing yet."));
    assertThat(progress.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
  }

  @Test
  void a_resource_without_an_id_is_unreadable_and_no_listing_can_show_that_it_is_gone() {
    reading(FakeType.found("aws_sqs_queue"));

    assertThat(observe(sts, List.of(resource("aws_sqs_queue", "a", Map.of("id", "")))).observed())
        .extracting(Observed::observation)
        .singleElement()
        .isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void the_load_balancers_other_name_is_read_as_the_one_and_reported_as_recorded() {
    reading(FakeType.found("aws_lb"));

    assertThat(observe(sts, List.of(resource("aws_alb", "a", Map.of()))).observed())
        .extracting(Observed::observation)
        .singleElement()
        .isInstanceOf(Observation.Found.class);
  }

  @Test
  void a_type_is_read_in_one_batch_for_each_place() {
    List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    reading(
        new FakeType(
            "aws_sqs_queue",
            batch -> {
              batches.add(batch.resources().size());
              return FakeType.found("aws_sqs_queue").observe(batch);
            }));
    observe(
        sts, List.of(queue("a", "us-east-1"), queue("b", "us-east-1"), queue("c", "eu-west-1")));
    assertThat(batches).containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void a_reader_that_hangs_ends_at_the_deadline_and_the_others_are_read() {
    CountDownLatch never = new CountDownLatch(1);
    patience = Duration.ofSeconds(3);
    reading(new FakeType("aws_sqs_queue", _ -> hang(never)));
    reading(FakeType.found("aws_sns_topic"));
    Answer answer =
        observe(sts, List.of(queue("a", "us-east-1"), resource("aws_sns_topic", "t", Map.of())));
    never.countDown();
    assertThat(reason(answer, 0)).contains("deadline");
    assertThat(answer.observed().get(1).observation()).isInstanceOf(Observation.Found.class);
  }

  @Test
  void a_reader_that_throws_makes_its_own_resources_unreadable_and_asks_to_be_reported() {
    reading(
        new FakeType(
            "aws_sqs_queue",
            _ -> {
              throw new IllegalStateException("a defect that quotes hunter2");
            }));
    reading(FakeType.found("aws_sns_topic"));
    Answer answer =
        observe(sts, List.of(queue("a", "us-east-1"), resource("aws_sns_topic", "t", Map.of())));
    assertThat(reason(answer, 0)).contains("aws_sqs_queue", "report it").doesNotContain("hunter2");
    assertThat(answer.observed().get(1).observation()).isInstanceOf(Observation.Found.class);
  }

  @Test
  void a_reader_that_answers_for_too_few_is_not_believed() {
    reading(new FakeType("aws_sqs_queue", _ -> List.of(new Observation.Gone("the first one"))));
    Answer answer = observe(sts, List.of(queue("a", "us-east-1"), queue("b", "us-east-1")));
    assertThat(reason(answer, 0)).contains("report it");
    assertThat(reason(answer, 1)).contains("report it");
  }

  @Test
  void a_reader_that_fails_as_a_whole_names_the_action_that_failed() {
    reading(
        new FakeType(
            "aws_sqs_queue",
            _ -> {
              throw new ReadFailure(Kind.DENIED, "sqs:ListQueues", "access denied");
            }));
    assertThat(observe(sts, List.of(queue("a", "us-east-1"))).observed().getFirst().observation())
        .isEqualTo(new Observation.Unreadable("sqs:ListQueues", "access denied"));
  }

  @Test
  void another_account_without_a_role_is_unreadable_and_says_what_to_configure() {
    reading(FakeType.found("aws_sqs_queue"));
    RecordedResource foreign =
        resource("aws_sqs_queue", "f", Map.of("arn", "arn:aws:sqs:us-east-1:999999999999:f"));
    String own = "arn:aws:sqs:us-east-1:%s:own".formatted(HOME);
    Answer answer =
        observe(sts, List.of(foreign, resource("aws_sqs_queue", "own", Map.of("arn", own))));
    assertThat(reason(answer, 0)).contains("999999999999", "accounts.\"999999999999\".role");
    assertThat(answer.observed().get(1).observation()).isInstanceOf(Observation.Found.class);
  }

  @Test
  void credentials_that_are_not_accepted_make_everything_unreadable_never_gone() {
    reading(FakeType.found("aws_sqs_queue"));
    List<RecordedResource> resources =
        List.of(queue("a", "us-east-1"), resource("aws_sqs_queue", "b", Map.of()));
    Answer answer = observe(FakeSts.expired(), resources);
    assertThat(reason(answer, 0)).contains("ExpiredToken", "Renew them");
    assertThat(reason(answer, 1)).contains("ExpiredToken", "Renew them");
  }

  @Test
  void whose_the_credentials_are_is_asked_once() {
    reading(FakeType.found("aws_sqs_queue"));
    observe(
        sts, List.of(queue("a", "us-east-1"), queue("b", "eu-west-1"), queue("c", "sa-east-1")));
    assertThat(sts.asked()).isEqualTo(1);
  }

  @Test
  void what_exists_and_is_in_no_state_is_unmanaged_once_and_global_types_once_per_account() {
    unmanaged = true;
    reading(FakeType.found("aws_sqs_queue").discovering(_ -> List.of("a", "rogue")));
    reading(FakeType.found("aws_iam_role").everywhere().discovering(_ -> List.of("role")));
    Answer answer = observe(sts, List.of(queue("a", "us-east-1"), queue("b", "eu-west-1")));
    assertThat(answer.unmanaged())
        .containsExactlyInAnyOrder(
            new Unmanaged("aws_iam_role", "role", HOME, ""),
            new Unmanaged("aws_sqs_queue", "rogue", HOME, "us-east-1"),
            new Unmanaged("aws_sqs_queue", "rogue", HOME, "eu-west-1"));
  }

  @Test
  void what_is_not_asked_for_is_not_read_and_still_tells_where_others_live_and_what_is_beside() {
    List<String> beside = Collections.synchronizedList(new ArrayList<>());
    reading(new FakeType("aws_sqs_queue", _ -> List.of(new Observation.Gone("nobody asked"))));
    reading(
        new FakeType(
                "aws_sqs_queue_policy",
                batch -> {
                  batch.scope().recorded("aws_sqs_queue").forEach(each -> beside.add(each.id()));
                  return List.of(batch.attributes().found());
                })
            .of(new ResourceType.Parent("aws_sqs_queue", "id", "queue_url")));
    RecordedResource policy =
        resource("aws_sqs_queue_policy", "p", Map.of("id", "p", "queue_url", "a"));
    List<RecordedResource> all = List.of(queue("a", "eu-west-1"), queue("b", "us-east-1"), policy);

    Answer answer = observe(sts, request(all).of(List.of(policy)));

    assertThat(answer.observed()).extracting(Observed::region).containsExactly("eu-west-1");
    assertThat(beside).containsExactly("a");
    assertThat(progress.stream().mapToInt(Integer::intValue).sum()).isOne();
  }

  @Test
  void what_could_not_be_looked_for_is_noted_and_costs_nothing_else() {
    unmanaged = true;
    reading(
        FakeType.found("aws_sqs_queue")
            .discovering(
                _ -> {
                  throw new ReadFailure(Kind.DENIED, "sqs:ListQueues", "access denied");
                }));
    Answer answer = observe(sts, List.of(queue("a", "us-east-1")));
    assertThat(answer.observed().getFirst().observation()).isInstanceOf(Observation.Found.class);
    assertThat(answer.notes())
        .singleElement()
        .asString()
        .contains("aws_sqs_queue in us-east-1", "access denied");
  }

  private void reading(ResourceType type) {
    types.put(type.name(), () -> type);
  }

  private Answer observe(FakeSts http, List<RecordedResource> resources) {
    return observe(http, request(resources));
  }

  private Answer observe(FakeSts http, Request request) {
    AwsAccounts accounts =
        new AwsAccounts(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            Optional.of(URI.create("http://sts.invalid")),
            http,
            "us-east-1",
            Map.of());
    return new AwsObserver(new AwsTypes(types), accounts).observe(request);
  }

  private Request request(List<RecordedResource> resources) {
    return new Request(
        "main",
        resources,
        "us-east-1",
        Map.of(),
        unmanaged,
        Instant.now().plus(patience),
        progress::add);
  }

  private static String reason(Answer answer, int index) {
    Observation observation = answer.observed().get(index).observation();
    assertThat(observation).isInstanceOf(Observation.Unreadable.class);
    return ((Observation.Unreadable) observation).reason();
  }

  private static List<Observation> hang(CountDownLatch until) {
    while (true) {
      try {
        until.await();
        return List.of();
      } catch (InterruptedException _) {
        // a reader that will not be interrupted
      }
    }
  }

  private static RecordedResource queue(String name, String region) {
    return resource("aws_sqs_queue", name, Map.of("id", name, "region", region));
  }

  private static RecordedResource resource(
      String type, String name, Map<String, String> attributes) {
    Map<String, Value> values = new TreeMap<>();
    attributes.forEach((attribute, text) -> values.put(attribute, Value.of(text)));
    return new RecordedResource(
        new Address("", type, name, ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(values),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }
}
