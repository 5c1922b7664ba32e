package dev.plumbline.wiring.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.store.ResourceIndex.Indexed;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TouchedTest {

  private static final String ACCOUNT = "123456789012";
  private static final AwsTypes TYPES = ResourceTypes.aws();

  private final FakeIndex index = new FakeIndex();

  @BeforeEach
  void scan() throws Exception {
    List<Indexed> resources = new ArrayList<>();
    for (String line : lines("resources.txt")) {
      String[] parts = line.split(" [|] ", -1);
      RecordedResource resource = resource(parts[0], parts[2]);
      resources.add(
          new Indexed(
              parts[0],
              resource.type(),
              ACCOUNT,
              parts[1],
              TYPES.interest(resource.type()).orElseThrow().names(resource)));
    }
    index.replace("shop", resources);
  }

  private static RecordedResource resource(String address, String attributes) throws Exception {
    Map<String, Value> values = new TreeMap<>();
    for (String each : attributes.split(" ")) {
      values.put(
          each.substring(0, each.indexOf('=')), Value.of(each.substring(each.indexOf('=') + 1)));
    }
    return new RecordedResource(
        new Address("", address.split("[.]")[0], address.split("[.]")[1], ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(values),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }

  static Stream<String> events() throws IOException {
    return lines("events.txt").stream();
  }

  /** Each line: the service, the call, its parameters and the addresses that it touches. */
  @ParameterizedTest
  @MethodSource("events")
  void an_event_touches_what_it_names(String line) throws Exception {
    String[] parts = line.split(" [|] ?", -1);

    assertThat(touched(event(parts[0], parts[1], parts[2], "us-east-1")))
        .containsExactlyElementsOf(
            parts[3].isEmpty() ? List.of() : new TreeSet<>(List.of(parts[3].split(" "))));
  }

  @Test
  void the_same_name_in_another_region_or_account_is_another_resource() throws Exception {
    String parameters = "{\"tableName\":\"carts\"}";

    assertThat(touched(event("dynamodb", "UpdateTable", parameters, "eu-west-1"))).isEmpty();
    assertThat(
            touched(
                event("dynamodb", "UpdateTable", parameters, "us-east-1")
                    .replace(ACCOUNT, "999999999999")))
        .isEmpty();
  }

  @Test
  void a_name_is_looked_up_once_however_often_it_comes() throws Exception {
    Touched touched = new Touched(TYPES, index, List.of());
    String event = event("dynamodb", "UpdateTable", "{\"tableName\":\"carts\"}", "us-east-1");
    for (int i = 0; i < 1_000; i++) {
      touched.by(CloudTrailEvent.read(event).orElseThrow());
    }

    assertThat(index.questions()).isEqualTo(1);
  }

  @Test
  void what_a_deployment_changes_is_marked() throws Exception {
    String event = event("dynamodb", "UpdateTable", "{\"tableName\":\"carts\"}", "us-east-1");

    assertThat(
            new Touched(TYPES, index, List.of("arn:aws:iam::123456789012:role/deploy"))
                .by(CloudTrailEvent.read(event).orElseThrow()))
        .singleElement()
        .satisfies(touch -> assertThat(touch.deploy()).isTrue());
  }

  private List<String> touched(String event) throws Exception {
    Touched touched = new Touched(TYPES, index, List.of());
    return touched.by(CloudTrailEvent.read(event).orElseThrow()).stream()
        .map(Touch::address)
        .sorted()
        .toList();
  }

  private static String event(String service, String call, String parameters, String region) {
    return """
    {"detail-type":"AWS API Call via CloudTrail","detail":{"eventVersion":"1.11",
     "userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::123456789012:assumed-role/deploy/ci",
       "sessionContext":{"sessionIssuer":{"type":"Role","arn":"arn:aws:iam::123456789012:role/deploy","userName":"deploy"}}},
     "eventTime":"2026-11-22T09:00:00Z","eventSource":"%s.amazonaws.com","eventName":"%s",
     "awsRegion":"%s","requestParameters":%s,"responseElements":null,"readOnly":false,
     "eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"123456789012"}}"""
        .formatted(service, call, region, parameters);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(TouchedTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
