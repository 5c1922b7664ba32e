package dev.plumbline.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.engine.Observe.Placement;
import dev.plumbline.engine.config.Configuration;
import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.engine.scan.StackRequest;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.Value;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** From what the user named to what is scanned. */
final class StackPlansTest {

  private static final ScanOptions EVERYTHING = options(Set.of(), List.of(), List.of());

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "production/terraform.tfstate, production",
    "a/b/c/terraform.tfstate, a/b/c",
    "network.tfstate, network",
    "a/network.tfstate, a/network",
    "terraform.tfstate, terraform.tfstate",
    "env:/prod/app/terraform.tfstate, app@prod",
    "env:/prod/app.tfstate, app@prod",
    "env:/prod/terraform.tfstate, terraform.tfstate@prod",
    "env:/prod, env:/prod",
    "not-terraform.tfstate, not-terraform",
    "a/state.json, a/state.json",
  })
  void a_stack_is_called_like_its_key_without_what_every_key_says(String key, String name) {
    assertThat(FoundStacks.stackName(key)).isEqualTo(name);
  }

  @Test
  void a_pattern_finds_the_states_that_fit_it() throws ConfigurationException {
    FakeS3 bucket =
        FakeS3.holding(
            "a/terraform.tfstate", "a/terraform.tfstate.tflock", "env:/x/b/terraform.tfstate");
    StackPlans plans = plans(bucket, EVERYTHING);
    assertThat(plans.stacks(discovery()))
        .extracting(StackPlans.Named::name, StackPlans.Named::state)
        .containsExactly(
            tuple("a", "s3://states/a/terraform.tfstate"),
            tuple("b@x", "s3://states/env:/x/b/terraform.tfstate"));
  }

  @Test
  void two_stacks_of_one_name_are_an_error_that_names_both() throws ConfigurationException {
    FakeS3 bucket = FakeS3.holding("a/terraform.tfstate", "a.tfstate");
    Configuration both =
        configuration(
            """
            version: 1
            stacks:
              - discover: s3://states/**/*.tfstate
            """);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plans(bucket, EVERYTHING).stacks(both))
        .withMessageContaining("s3://states/a/terraform.tfstate")
        .withMessageContaining("s3://states/a.tfstate")
        .withMessageContaining("called a:");
  }

  @Test
  void a_bucket_that_may_not_be_listed_is_an_error_that_says_what_to_allow()
      throws ConfigurationException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plans(FakeS3.denying(), EVERYTHING).stacks(discovery()))
        .withMessageContaining("s3://states/**/terraform.tfstate")
        .withMessageContaining("s3:ListBucket");
  }

  @Test
  void only_the_stacks_asked_for_are_planned() throws ConfigurationException {
    StackPlans plans = plans(FakeS3.holding(), options(Set.of("two"), List.of(), List.of()));
    assertThat(plans.of(plans.stacks(configured())))
        .extracting(StackRequest::name)
        .containsExactly("two");
  }

  @Test
  void a_request_carries_what_the_configuration_says_of_the_stack() throws ConfigurationException {
    StackPlans plans = plans(FakeS3.holding(), EVERYTHING);
    StackRequest one = plans.of(plans.stacks(configured())).getFirst();
    assertThat(one.environment()).isEqualTo("production");
    assertThat(one.defaultRegion()).isEqualTo("eu-west-1");
    assertThat(one.source().uri()).isEqualTo("one.tfstate");
    assertThat(one.providers())
        .isEqualTo(Map.of("aws.west", new Placement("111122223333", "us-west-2")));
    assertThat(requireNonNull(one.tags().get("aws.west")).ignored().covers("LastScan")).isTrue();
    assertThat(plans.of(plans.stacks(configured())).getLast().defaultRegion())
        .isEqualTo("us-east-1");
  }

  @Test
  void a_state_named_by_hand_is_the_configured_stack_that_has_it() throws ConfigurationException {
    assertThat(
            plans(FakeS3.holding(), EVERYTHING)
                .ofStates(List.of("one.tfstate", "else.tfstate", "one.tfstate"), configured()))
        .extracting(StackRequest::name, StackRequest::environment)
        .containsExactly(tuple("one", "production"), tuple("else.tfstate", ""));
  }

  @ParameterizedTest(name = "--address {0} --type {1}: {2}")
  @CsvSource({
    "'', '', true",
    "aws_sqs_queue.*, '', true",
    "aws_sns_topic.*, '', false",
    "'', aws_sqs_*, true",
    "'', aws_sns_*, false",
    "aws_sqs_queue.*, aws_sns_*, false",
    "*.jobs, aws_*, true",
  })
  void addresses_and_types_both_have_to_fit(String address, String type, boolean wanted) {
    ScanOptions options = options(Set.of(), listed(address), listed(type));
    StackRequest request =
        plans(FakeS3.holding(), options)
            .ofStates(List.of("a.tfstate"), Configuration.EMPTY)
            .getFirst();
    assertThat(request.wanted().test(queue())).isEqualTo(wanted);
  }

  @Test
  void a_kind_of_state_that_is_not_read_yet_says_so_when_it_is_read() {
    StackRequest request =
        plans(FakeS3.holding(), EVERYTHING)
            .ofStates(List.of("pulumi://acme/app/dev"), Configuration.EMPTY)
            .getFirst();
    StateException said =
        Assertions.catchThrowableOfType(StateException.class, () -> request.source().lock());
    assertThat(said.code()).isEqualTo(Code.UNSUPPORTED_SOURCE);
    assertThat(said).hasMessageContaining("pulumi://acme/app/dev");
    assertThat(said.action()).contains("s3://bucket/key");
  }

  private static StackPlans plans(FakeS3 bucket, ScanOptions options) {
    Connection connection =
        new Connection(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")),
            "us-east-1",
            Optional.of(URI.create("http://s3.invalid")));
    return new StackPlans(new States(connection, bucket), "us-east-1", options);
  }

  private static ScanOptions options(
      Set<String> stacks, List<String> addresses, List<String> types) {
    return new ScanOptions(stacks, addresses, types, false, Duration.ZERO, Duration.ofMinutes(1));
  }

  private static List<String> listed(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell);
  }

  private static Configuration discovery() throws ConfigurationException {
    return configuration(
        """
        version: 1
        stacks:
          - discover: s3://states/**/terraform.tfstate
        """);
  }

  private static Configuration configured() throws ConfigurationException {
    return configuration(
        """
        version: 1
        stacks:
          - name: one
            environment: production
            region: eu-west-1
            state: one.tfstate
            providers:
              aws.west:
                region: us-west-2
                account: "111122223333"
                ignoreTags: {keys: [LastScan], prefixes: []}
          - name: two
            state: two.tfstate
        """);
  }

  private static Configuration configuration(String yaml) throws ConfigurationException {
    return Configuration.parse(yaml, "plumbline.yaml");
  }

  private static RecordedResource queue() {
    return new RecordedResource(
        new Address("", "aws_sqs_queue", "jobs", ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(Map.of()),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }
}
