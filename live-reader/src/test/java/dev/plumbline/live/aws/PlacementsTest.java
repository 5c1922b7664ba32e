package dev.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observe.Placement;
import dev.plumbline.engine.Observe.Request;
import dev.plumbline.live.aws.eventbridge.CloudwatchEventTarget;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each place a resource's account and region can be told by, from the surest down. */
final class PlacementsTest {

  private static final String ARN = "arn:aws:sqs:eu-west-1:111111111111:q";
  private static final ProviderRef PLAIN =
      new ProviderRef("registry.terraform.io/hashicorp/aws", "", "");
  private static final ProviderRef ALIASED =
      new ProviderRef("registry.terraform.io/hashicorp/aws", "", "west");

  private final List<RecordedResource> others = new ArrayList<>();
  private final Map<String, Placement> providers = new TreeMap<>();

  @Test
  void its_region_attribute_comes_before_its_arn() {
    assertThat(place(PLAIN, Map.of("region", "ap-south-1", "arn", ARN)))
        .isEqualTo(new Placement("111111111111", "ap-south-1"));
  }

  @Test
  void its_arn_comes_before_its_parent() {
    parent(Map.of("id", "p", "region", "sa-east-1"));
    assertThat(place(PLAIN, Map.of("arn", ARN, "whole", "p")))
        .isEqualTo(new Placement("111111111111", "eu-west-1"));
  }

  @Test
  void an_id_that_is_an_arn_is_as_good() {
    assertThat(place(PLAIN, Map.of("id", ARN)))
        .isEqualTo(new Placement("111111111111", "eu-west-1"));
  }

  @Test
  void its_parent_comes_before_the_provider_s_entry() {
    parent(Map.of("id", "p", "arn", "arn:aws:s3:sa-east-1:222222222222:p"));
    providers.put("aws", new Placement("333333333333", "eu-north-1"));
    assertThat(place(PLAIN, Map.of("whole", "p")))
        .isEqualTo(new Placement("222222222222", "sa-east-1"));
  }

  @Test
  void a_resource_that_names_no_parent_is_not_placed_with_some_other_nameless_one() {
    parent(Map.of("region", "sa-east-1"));
    assertThat(place(ALIASED, Map.of())).isEqualTo(new Placement("", "us-east-1"));
  }

  @Test
  void the_provider_s_entry_comes_before_what_its_other_resources_say() {
    other(ALIASED, Map.of("arn", ARN));
    providers.put("aws.west", new Placement("333333333333", "eu-north-1"));
    assertThat(place(ALIASED, Map.of())).isEqualTo(new Placement("333333333333", "eu-north-1"));
  }

  @Test
  void an_entry_that_tells_only_the_region_leaves_the_account_to_the_others() {
    other(ALIASED, Map.of("arn", ARN));
    providers.put("aws.west", new Placement("", "eu-north-1"));
    assertThat(place(ALIASED, Map.of())).isEqualTo(new Placement("111111111111", "eu-north-1"));
  }

  @Test
  void most_resources_of_the_same_provider_configuration_say_where_it_points() {
    other(ALIASED, Map.of("arn", ARN));
    other(ALIASED, Map.of("arn", "arn:aws:sns:eu-west-1:111111111111:t"));
    other(ALIASED, Map.of("region", "us-west-2"));
    assertThat(place(ALIASED, Map.of())).isEqualTo(new Placement("111111111111", "eu-west-1"));
  }

  @Test
  void another_provider_configuration_s_resources_say_nothing_of_it() {
    other(ALIASED, Map.of("arn", ARN));
    assertThat(place(PLAIN, Map.of())).isEqualTo(new Placement("", "us-east-1"));
  }

  @Test
  void an_arn_without_account_and_region_tells_neither() {
    assertThat(place(PLAIN, Map.of("arn", "arn:aws:s3:::bucket")))
        .isEqualTo(new Placement("", "us-east-1"));
  }

  @Test
  void an_arn_that_is_another_s_tells_nothing() {
    parent(Map.of("id", "p", "arn", ARN));
    RecordedResource target =
        resource(
            "aws_cloudwatch_event_target",
            PLAIN,
            Map.of("arn", "arn:aws:sqs:us-west-2:222222222222:q"));
    others.add(target);
    ResourceType type = new CloudwatchEventTarget();
    Request request =
        new Request("main", others, "us-east-1", providers, false, Instant.MAX, _ -> {});

    assertThat(new Placements(request, Map.of(type.name(), Optional.of(type))).of(target))
        .isEqualTo(new Placement("111111111111", "eu-west-1"));
  }

  private Placement place(ProviderRef provider, Map<String, String> attributes) {
    RecordedResource resource = resource("aws_sqs_queue_policy", provider, attributes);
    others.add(resource);
    ResourceType part =
        FakeType.found("aws_sqs_queue_policy")
            .of(new ResourceType.Parent("aws_sqs_queue", "id", "whole"));
    Request request =
        new Request("main", others, "us-east-1", providers, false, Instant.MAX, _ -> {});
    return new Placements(request, Map.of("aws_sqs_queue_policy", Optional.of(part))).of(resource);
  }

  private void parent(Map<String, String> attributes) {
    others.add(resource("aws_sqs_queue", PLAIN, attributes));
  }

  private void other(ProviderRef provider, Map<String, String> attributes) {
    others.add(resource("aws_sns_topic", provider, attributes));
  }

  private RecordedResource resource(
      String type, ProviderRef provider, Map<String, String> attributes) {
    Map<String, Value> values = new TreeMap<>();
    attributes.forEach((name, text) -> values.put(name, Value.of(text)));
    return new RecordedResource(
        new Address("", type, "r" + others.size(), ""),
        provider,
        Value.of(values),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }
}
