package dev.plumbline.tests;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same five tests for every type that is read. A new type needs no test here: it needs an
 * instance in the estate, and a change or a {@code description}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTypeTest {

  private static final AwsTypes TYPES = ResourceTypes.aws();

  /** All that such a resource has is part of its identity: it is there or it is not. */
  private static final Set<String> NOTHING_TO_DRIFT = Set.of("aws_iam_role_policy_attachment");

  /** Beyond identity it has switches only, or nothing. */
  private static final Set<String> NO_TEXT =
      Set.of("aws_iam_role_policy_attachment", "aws_s3_bucket_public_access_block");

  @RegisterExtension static final RecordedEstate CLEAN = RecordedEstate.harbour();
  @RegisterExtension static final RecordedEstate CHANGED = RecordedEstate.harbour().changed();

  private final Canaries canaries = new Canaries();
  private List<ResourceReport> clean = List.of();
  private List<ResourceReport> changed = List.of();
  private List<ResourceReport> redescribed = List.of();
  private List<ResourceReport> misnamed = List.of();
  private String canaryOutput = "";

  @BeforeAll
  void scan() throws IOException {
    AccountScan account = AccountScan.of(CLEAN.endpoint());
    clean = account.stack(CLEAN.state()).resources();
    changed = AccountScan.of(CHANGED.endpoint()).stack(CHANGED.state()).resources();
    redescribed = account.stack(edited(EveryTypeTest::describeOtherwise)).resources();
    misnamed = account.stack(edited(EveryTypeTest::misname)).resources();
    StateEdit state = StateEdit.of(CLEAN.state());
    state.instances().forEach(canaries::plant);
    canaryOutput = Outputs.of(account.report(state.write()));
  }

  static SortedSet<String> types() {
    return TYPES.types();
  }

  @ParameterizedTest
  @MethodSource("types")
  void in_sync(String type) {
    assertThat(of(type, clean))
        .as("instances in tests/estates/harbour; a new type needs one")
        .isNotEmpty()
        .extracting(ResourceReport::status)
        .containsOnly(Status.IN_SYNC);
  }

  @ParameterizedTest
  @MethodSource("types")
  void drifted(String type) {
    Status wanted = NOTHING_TO_DRIFT.contains(type) ? Status.DELETED : Status.DRIFTED;

    assertThat(Stream.concat(of(type, changed), of(type, redescribed)))
        .as("a change in tests/estates/harbour/mutations, or a description")
        .anySatisfy(each -> assertThat(each.status()).isEqualTo(wanted));
  }

  @ParameterizedTest
  @MethodSource("types")
  void disappears(String type) {
    List<ResourceReport> gone =
        Stream.concat(of(type, changed), of(type, misnamed))
            .filter(each -> each.status() == Status.DELETED)
            .toList();

    assertThat(gone)
        .as(() -> "deleted of " + of(type, misnamed).toList())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.reason()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("types")
  void unreadable(String type) {
    SortedSet<String> actions = TYPES.type(type).orElseThrow().actions();

    assertThat(denied(type, actions).resources())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.status()).as(each.toString()).isEqualTo(Status.UNREADABLE);
              assertThat(actions).anySatisfy(action -> assertThat(each.reason()).contains(action));
            });
  }

  @ParameterizedTest
  @MethodSource("types")
  void no_single_denial_is_drift(String type) {
    for (String action : TYPES.type(type).orElseThrow().actions()) {
      StackReport stack = denied(type, Set.of(action));

      assertThat(AccountScan.told(stack, Status.DRIFTED, Status.DELETED)).as(action).isEmpty();
      assertThat(AccountScan.having(stack, Status.UNREADABLE))
          .allSatisfy(each -> assertThat(each.reason()).contains(action));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void secrets(String type) {
    assertThat(canaries.of(type).isEmpty())
        .as("no text to hide a secret in")
        .isEqualTo(NO_TEXT.contains(type));
    assertThat(canaries.foundIn(canaryOutput, type)).isEmpty();
  }

  private static Stream<ResourceReport> of(String type, List<ResourceReport> resources) {
    return resources.stream().filter(each -> each.type().equals(type));
  }

  /** A scan of the type alone, by a role that may not do these. */
  private static StackReport denied(String type, Set<String> actions) {
    try (FaultProxy proxy = FaultProxy.before(CLEAN.endpoint())) {
      proxy.inject(IamActions.at(actions, Fault.Kind.DENIED));
      return AccountScan.of(proxy.endpoint()).ofTypes(type).stack(CLEAN.state());
    }
  }

  private static Path edited(Consumer<Instance> edit) {
    StateEdit state = StateEdit.of(CLEAN.state());
    TYPES.types().forEach(type -> state.ofType(type).limit(1).forEach(edit));
    return state.write();
  }

  private static void describeOtherwise(Instance instance) {
    if (instance.attributes().has("description")) {
      instance.attributes().put("description", "written by nobody");
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
