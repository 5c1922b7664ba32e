package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.tests.Fault.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where AWS cannot be read, nothing is said to have drifted or to be gone. */
class FaultsTest {

  private static final Set<String> READ = ResourceTypes.aws().types();
  private static final Duration DEADLINE = Duration.ofSeconds(3);

  /** For the JVM, the proxy and a loaded machine; not for one more attempt of any call. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  @RegisterExtension static final RecordedEstate HARBOUR = RecordedEstate.harbour();

  private FaultProxy proxy = FaultProxy.before(URI.create("http://127.0.0.1:1"));

  @BeforeEach
  void start() {
    proxy.close();
    proxy = FaultProxy.before(HARBOUR.endpoint());
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  /** Who the credentials are for is still known, so that each type's own call fails. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_fault_at_every_call_is_no_finding(Kind kind) {
    proxy.inject(Fault.at("(?!sts:).*", kind));
    Instant started = Instant.now();

    StackReport stack = AccountScan.of(proxy.endpoint()).within(DEADLINE).stack(HARBOUR.state());

    assertThat(Duration.between(started, Instant.now())).isLessThan(DEADLINE.plus(MARGIN));
    nothingIsSaid(stack);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_fault_at_really_every_call_is_no_finding(Kind kind) {
    proxy.inject(Fault.everywhere(kind));
    Instant started = Instant.now();

    StackReport stack = AccountScan.of(proxy.endpoint()).within(DEADLINE).stack(HARBOUR.state());

    assertThat(Duration.between(started, Instant.now())).isLessThan(DEADLINE.plus(MARGIN));
    nothingIsSaid(stack);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"DENIED", "EXPIRED"})
  void the_message_names_the_missing_action(Kind kind) {
    proxy.inject(Fault.at("(?!sts:).*", kind));

    StackReport stack = AccountScan.of(proxy.endpoint()).stack(HARBOUR.state());

    assertThat(AccountScan.having(stack, Status.UNREADABLE))
        .allSatisfy(
            each ->
                assertThat(each.reason())
                    .containsAnyOf(actions(each))
                    .containsAnyOf("Allow", "Renew"));
  }

  @Test
  void the_command_line_ends_with_3_and_says_what_to_allow() {
    proxy.inject(Fault.at("(?!sts:).*", Kind.DENIED));

    Cli.Result result = Cli.scan(proxy.endpoint(), HARBOUR.state());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("ec2:Describe", "Allow");
  }

  @Test
  void a_hanging_endpoint_takes_no_longer_than_the_time_out() {
    proxy.inject(Fault.everywhere(Kind.TIMEOUT));
    Instant started = Instant.now();

    Cli.Result result = Cli.scan(proxy.endpoint(), HARBOUR.state(), "--timeout", "3s");

    assertThat(Duration.between(started, Instant.now())).isLessThan(DEADLINE.plus(MARGIN));
    assertThat(result.exitCode()).isEqualTo(3);
  }

  @Test
  void a_state_that_hangs_takes_no_longer_than_the_time_out() {
    proxy.inject(Fault.everywhere(Kind.TIMEOUT));
    Instant started = Instant.now();

    Cli.Result result =
        Cli.scan(proxy.endpoint(), "s3://states/harbour.tfstate", "--timeout", "5s");

    assertThat(Duration.between(started, Instant.now())).isLessThan(DEADLINE.plus(MARGIN));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("it was not read within 5 s", "--timeout");
  }

  @Test
  void nobody_listening_is_no_finding() {
    proxy.close();

    StackReport stack = AccountScan.of(proxy.endpoint()).within(DEADLINE).stack(HARBOUR.state());

    nothingIsSaid(stack);
  }

  /** The ARNs place most resources; those that nothing places are looked for in the wrong one. */
  @Test
  void another_default_region_changes_nothing() {
    AccountScan elsewhere = AccountScan.of(proxy.endpoint());

    StackReport stack =
        new AccountScan(elsewhere.endpoint(), "eu-central-1", elsewhere.options())
            .stack(HARBOUR.state());

    assertThat(AccountScan.told(stack, Status.DRIFTED, Status.DELETED)).isEmpty();
  }

  @Test
  void one_denied_service_leaves_the_others_judged() {
    proxy.inject(Fault.at("iam:.*", Kind.DENIED));

    StackReport stack = AccountScan.of(proxy.endpoint()).stack(HARBOUR.state());

    assertThat(AccountScan.having(stack, Status.UNREADABLE).map(ResourceReport::type))
        .isNotEmpty()
        .allMatch(type -> type.startsWith("aws_iam_"));
    assertThat(AccountScan.told(stack, Status.DRIFTED, Status.DELETED)).isEmpty();
    assertThat(AccountScan.having(stack, Status.IN_SYNC)).hasSizeGreaterThan(50);
  }

  @Test
  void one_that_is_gone_among_many_is_the_only_one_said_to_be() {
    StateEdit state = StateEdit.of(HARBOUR.state());
    StateEdit.Instance queue = state.ofType("aws_sqs_queue").findFirst().orElseThrow();
    String url = queue.attributes().path("url").asText() + "-gone";
    queue.attributes().put("url", url).put("id", url).put("name", "gone").remove("arn");

    StackReport stack = AccountScan.of(proxy.endpoint()).stack(state.write());

    assertThat(AccountScan.having(stack, Status.DELETED).map(ResourceReport::address))
        .containsExactly(queue.address());
    assertThat(AccountScan.told(stack, Status.DRIFTED, Status.UNREADABLE)).isEmpty();
  }

  private static void nothingIsSaid(StackReport stack) {
    assertThat(AccountScan.told(stack, Status.DRIFTED, Status.DELETED, Status.IN_SYNC)).isEmpty();
    List<ResourceReport> unread = AccountScan.having(stack, Status.UNREADABLE).toList();
    assertThat(unread)
        .hasSize(
            (int) stack.resources().stream().filter(each -> READ.contains(each.type())).count())
        .allSatisfy(each -> assertThat(each.reason()).isNotBlank());
    assertThat(stack.unmanaged()).isEmpty();
  }

  private static String[] actions(ResourceReport resource) {
    return ResourceTypes.aws().type(resource.type()).orElseThrow().actions().toArray(String[]::new);
  }
}
