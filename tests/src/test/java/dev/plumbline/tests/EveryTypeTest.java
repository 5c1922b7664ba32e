package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.live.aws.AwsTypes;
import dev.plumbline.tests.StateEdit.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same tests for every type that is read. A new type needs no test here: it needs an instance
 * in one of the estates, and a change or a {@code description}; where no emulator holds it, an
 * instance in {@code tests/estates/unemulated}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeTest {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  private static final Set<Fault.Kind> FAULTS =
      EnumSet.of(Fault.Kind.DENIED, Fault.Kind.THROTTLED, Fault.Kind.UNAVAILABLE);

  private static final Set<Fault.Kind> REPEATED =
      EnumSet.of(Fault.Kind.THROTTLED, Fault.Kind.UNAVAILABLE);

  /** Longer than a refusal takes, and not so long as to wait for repeated attempts. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * All that such a resource has is part of its identity, or the emulator cannot change it: it is
   * there or it is not.
   */
  private static final Set<String> NOTHING_TO_DRIFT =
      Set.of(
          "aws_acm_certificate_validation",
          "aws_api_gateway_resource",
          "aws_api_gateway_usage_plan_key",
          "aws_apigatewayv2_route_response",
          "aws_backup_vault",
          "aws_cloudwatch_log_stream",
          "aws_cognito_resource_server",
          "aws_iam_group_policy_attachment",
          "aws_iam_role_policy_attachment",
          "aws_iam_user_policy_attachment",
          "aws_kms_grant",
          "aws_lb_listener_certificate",
          "aws_lb_target_group_attachment",
          "aws_main_route_table_association",
          "aws_route_table_association",
          "aws_volume_attachment",
          "aws_vpc_endpoint_route_table_association");

  /**
   * Found by an id that is not its name, without a description, and never changed by the emulator.
   */
  private static final String DRIFTS_BY_NAME = "aws_backup_plan";

  /** Every account has one; it can be emptied, and not be gone. */
  private static final Set<String> ALWAYS_THERE = Set.of("aws_api_gateway_account");

  /** Beyond identity it has switches only, or nothing. */
  private static final Set<String> NO_TEXT =
      Set.of("aws_iam_role_policy_attachment", "aws_s3_bucket_public_access_block");

  @RegisterExtension static final RecordedEstates BUILT = RecordedEstates.built();
  @RegisterExtension static final RecordedEstates CHANGED = RecordedEstates.changed();

  private final Canaries canaries = new Canaries();
  private final List<ResourceReport> clean = new ArrayList<>();
  private final List<ResourceReport> changed = new ArrayList<>();
  private final List<ResourceReport> redescribed = new ArrayList<>();
  private final List<ResourceReport> misnamed = new ArrayList<>();
  private final Map<Fault.Kind, List<ResourceReport>> faulty = new EnumMap<>(Fault.Kind.class);
  private final StringBuilder canaryOutput = new StringBuilder();

  /** Where attempts are repeated, a scan mostly waits: those are made beside all else. */
  @BeforeAll
  void scan() throws IOException {
    Map<Fault.Kind, List<Future<List<ResourceReport>>>> repeated = new EnumMap<>(Fault.Kind.class);
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      scan(
          (fault, scan) ->
              repeated.computeIfAbsent(fault, _ -> new ArrayList<>()).add(beside.submit(scan)));
    }
    repeated.forEach(
        (fault, scans) -> scans.forEach(scan -> faulty(fault).addAll(scan.resultNow())));
  }

  /** Makes a scan where all calls fail so. */
  private interface Beside {
    void make(Fault.Kind fault, Callable<List<ResourceReport>> scan);
  }

  private void scan(Beside beside) throws IOException {
    for (RecordedEstate estate : BUILT.all()) {
      AccountScan account = AccountScan.of(estate.endpoint());
      clean.addAll(account.stack(estate.state()).resources());
      redescribed.addAll(
          account.stack(edited(estate, EveryTypeTest::describeOtherwise)).resources());
      misnamed.addAll(account.stack(edited(estate, EveryTypeTest::misname)).resources());
      StateEdit state = StateEdit.of(estate.state());
      state.instances().forEach(canaries::plant);
      canaryOutput.append(Outputs.of(account.report(state.write())));
      addFaulty(estate, estate.state(), beside);
    }
    for (RecordedEstate estate : CHANGED.all()) {
      changed.addAll(AccountScan.of(estate.endpoint()).stack(estate.state()).resources());
    }
    RecordedEstate any = BUILT.all().getFirst();
    addFaulty(any, Unemulated.state(), beside);
  }

  static SortedSet<String> types() {
    return TYPES.types();
  }

  /** Those that an estate holds. */
  static List<String> emulated() {
    Set<String> held = RecordedEstates.types();
    return types().stream().filter(held::contains).toList();
  }

  static List<String> removable() {
    return emulated().stream().filter(type -> !ALWAYS_THERE.contains(type)).toList();
  }

  static SortedSet<String> actions() {
    SortedSet<String> actions = new TreeSet<>();
    types().forEach(type -> actions.addAll(TYPES.type(type).orElseThrow().actions()));
    return actions;
  }

  static Stream<Arguments> faultsOfTypes() {
    return FAULTS.stream().flatMap(each -> types().stream().map(type -> arguments(each, type)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void is_held_by_an_estate_or_written_by_hand(String type) {
    assertThat(Stream.concat(RecordedEstates.types().stream(), Unemulated.types().stream()))
        .as("tests/estates; a new type needs an instance")
        .contains(type);
  }

  @ParameterizedTest
  @MethodSource("emulated")
  void in_sync(String type) {
    assertThat(of(type, clean))
        .isNotEmpty()
        .extracting(ResourceReport::status)
        .containsOnly(Status.IN_SYNC);
  }

  @ParameterizedTest
  @MethodSource("emulated")
  void drifted(String type) {
    Status wanted = NOTHING_TO_DRIFT.contains(type) ? Status.DELETED : Status.DRIFTED;

    assertThat(Stream.concat(of(type, changed), of(type, redescribed)))
        .as("a change in an estate's mutations, or a description")
        .anySatisfy(each -> assertThat(each.status()).isEqualTo(wanted));
  }

  @ParameterizedTest
  @MethodSource("removable")
  void disappears(String type) {
    List<ResourceReport> gone =
        Stream.concat(of(type, changed), of(type, misnamed))
            .filter(each -> each.status() == Status.DELETED)
            .toList();

    assertThat(gone)
        .as(() -> "deleted of " + of(type, misnamed).toList())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.reason()).isNotBlank());
    assertThat(of(type, misnamed).filter(each -> each.status() == Status.DELETED).count())
        .as("one of them has another name, the others are there")
        .isLessThanOrEqualTo(RecordedEstates.names().size());
  }

  @ParameterizedTest
  @MethodSource("faultsOfTypes")
  void a_failing_service_makes_it_unreadable(Fault.Kind fault, String type) {
    SortedSet<String> actions = TYPES.type(type).orElseThrow().actions();

    assertThat(of(type, faulty(fault)))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.status()).as(each.toString()).isEqualTo(Status.UNREADABLE);
              assertThat(each.reason()).isNotBlank();
              if (fault == Fault.Kind.DENIED) {
                assertThat(actions)
                    .anySatisfy(action -> assertThat(each.reason()).contains(action));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("actions")
  void no_single_denial_is_drift(String action) {
    Set<String> asking =
        types().stream()
            .filter(type -> TYPES.type(type).orElseThrow().actions().contains(action))
            .collect(Collectors.toSet());
    for (RecordedEstate estate : BUILT.holding(asking)) {
      StackReport stack = denied(estate, asking, action);

      assertThat(AccountScan.told(stack, Status.DRIFTED, Status.DELETED)).as(action).isEmpty();
      assertThat(AccountScan.having(stack, Status.UNREADABLE))
          .allSatisfy(each -> assertThat(each.reason()).contains(action));
    }
  }

  @ParameterizedTest
  @MethodSource("emulated")
  void secrets(String type) {
    assertThat(canaries.of(type).isEmpty())
        .as("no text to hide a secret in")
        .isEqualTo(NO_TEXT.contains(type));
    assertThat(canaries.foundIn(canaryOutput.toString(), type)).isEmpty();
  }

  private static Stream<ResourceReport> of(String type, List<ResourceReport> resources) {
    return resources.stream().filter(each -> each.type().equals(type));
  }

  private void addFaulty(RecordedEstate estate, Path state, Beside beside) {
    faulty(Fault.Kind.DENIED).addAll(atEveryCall(Fault.Kind.DENIED, estate, state));
    REPEATED.forEach(fault -> beside.make(fault, () -> atEveryCall(fault, estate, state)));
  }

  private List<ResourceReport> faulty(Fault.Kind fault) {
    return faulty.computeIfAbsent(fault, _ -> new ArrayList<>());
  }

  /** A scan in which all calls fail but the one that says whose credentials these are. */
  private static List<ResourceReport> atEveryCall(
      Fault.Kind fault, RecordedEstate estate, Path state) {
    try (FaultProxy proxy = FaultProxy.before(estate.endpoint())) {
      proxy.inject(Fault.at("(?!sts:).*", fault));
      return AccountScan.of(proxy.endpoint()).within(PATIENCE).stack(state).resources();
    }
  }

  /** A scan of these types alone, by a role that may not do that. */
  private static StackReport denied(RecordedEstate estate, Set<String> types, String action) {
    try (FaultProxy proxy = FaultProxy.before(estate.endpoint())) {
      proxy.inject(IamActions.at(Set.of(action), Fault.Kind.DENIED));
      return AccountScan.of(proxy.endpoint())
          .ofTypes(types.toArray(String[]::new))
          .stack(estate.state());
    }
  }

  private static Path edited(RecordedEstate estate, Consumer<Instance> edit) {
    StateEdit state = StateEdit.of(estate.state());
    TYPES.types().forEach(type -> state.ofType(type).limit(1).forEach(edit));
    return state.write();
  }

  private static void describeOtherwise(Instance instance) {
    if (instance.attributes().has("description")) {
      instance.attributes().put("description", "written by nobody");
    }
    if (instance.type().equals(DRIFTS_BY_NAME)) {
      instance.attributes().put("name", "written-by-nobody");
    }
  }

  /** Gives it an identity that nothing in the account has, of the same form. */
  private static void misname(Instance instance) {
    ObjectNode attributes = instance.attributes();
    String text = attributes.toString();
    for (String name : identities(attributes)) {
      char last = name.charAt(name.length() - 1);
      String other = name.substring(0, name.length() - 1) + (last == 'e' ? 'd' : 'e');
      text = text.replace(name, other);
    }
    instance.json().set("attributes", json(text));
  }

  private static Set<String> identities(JsonNode attributes) {
    Set<String> identities = new TreeSet<>();
    String id = attributes.path("id").asText();
    identities.add(id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1));
    for (String attribute : List.of("name", "identifier", "bucket")) {
      String text = attributes.path(attribute).asText();
      if (!text.isEmpty()) {
        identities.add(text);
      }
    }
    return identities;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("A renamed state is no JSON", e);
    }
  }
}
