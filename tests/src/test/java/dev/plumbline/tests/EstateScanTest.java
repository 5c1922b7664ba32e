package dev.plumbline.tests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.tests.Expected.Finding;
import dev.plumbline.tests.Expected.Unmanaged;
import dev.plumbline.wiring.run.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each recorded estate: nothing flagged where nothing drifted, and all that Terraform finds. */
class EstateScanTest {

  private static final Set<String> READ = ResourceTypes.aws().types();

  /** Listings that the emulator lacks or fails at; a scan notes them and goes on. */
  private static final Set<String> NOT_LISTED =
      Set.of(
          "aws_acm_certificate in",
          "aws_cloudfront_cache_policy of",
          "aws_cloudfront_function of",
          "aws_cloudfront_origin_request_policy of",
          "aws_cloudfront_response_headers_policy of",
          "aws_cloudwatch_query_definition in",
          "aws_elasticache_parameter_group in");

  @RegisterExtension static final RecordedEstates BUILT = RecordedEstates.built();
  @RegisterExtension static final RecordedEstates CHANGED = RecordedEstates.changed();

  /** Scanned once for all tests, because it takes long. */
  private static final Map<String, Report> AT_ONCE = new ConcurrentHashMap<>();

  static List<String> estates() {
    return RecordedEstates.names();
  }

  @ParameterizedTest
  @MethodSource("estates")
  void right_after_apply_nothing_drifts(String estate) {
    nothingDrifts(BUILT.named(estate), BUILT.named(estate).freshState());
  }

  @ParameterizedTest
  @MethodSource("estates")
  void after_a_refresh_nothing_drifts(String estate) {
    nothingDrifts(BUILT.named(estate), BUILT.named(estate).state());
  }

  @ParameterizedTest
  @MethodSource("estates")
  void what_terraform_reports_is_found_and_nothing_else(String estate) {
    RecordedEstate changed = CHANGED.named(estate);
    Report report = atOnce(estate);
    StackReport stack = report.stacks().getFirst();
    SortedMap<String, Finding> expected =
        ToldOtherwise.of(estate).beyond(changed.expected().reported());

    SortedMap<String, Status> found =
        AccountScan.having(stack, Status.DRIFTED, Status.DELETED)
            .collect(
                Collectors.toMap(
                    ResourceReport::address, ResourceReport::status, (a, b) -> a, TreeMap::new));
    System.out.printf(
        "%s: %d managed, Terraform reports %d, found %d (%d drifted, %d deleted), %d calls for Terraform's %d%n",
        estate,
        stack.summary().managed(),
        expected.size(),
        found.size(),
        stack.summary().drifted(),
        stack.summary().deleted(),
        report.apiCalls().values().stream().mapToLong(Long::longValue).sum(),
        changed.expected().terraformCalls());
    assertThat(found)
        .as(() -> String.join("\n", AccountScan.told(stack, Status.DRIFTED, Status.DELETED)))
        .isEqualTo(statuses(expected));
    assertThat(AccountScan.having(stack, Status.DRIFTED))
        .allSatisfy(
            each ->
                assertThat(attributes(each))
                    .as(each.address())
                    .containsAll(beyondMirrors(requireNonNull(expected.get(each.address())))));
  }

  @ParameterizedTest
  @MethodSource("estates")
  void a_state_that_is_read_in_slices_has_the_report_of_one_that_is_read_at_once(String estate)
      throws IOException {
    StackReport atOnce = atOnce(estate).stacks().getFirst();
    SlicedScan sliced =
        new SlicedScan(CHANGED.named(estate).endpoint(), Path.of(atOnce.stack()), 4);
    List<Slice> slices = sliced.read();

    assertThat(slices).filteredOn(slice -> !slice.observed().isEmpty()).hasSizeGreaterThan(1);
    assertThat(sliced.whole(slices).resources()).containsExactlyElementsOf(atOnce.resources());
    assertThat(sliced.whole(slices)).isEqualTo(atOnce);
  }

  @Test
  void what_a_slice_lacks_is_read_and_never_taken_for_gone() throws IOException {
    StackReport atOnce = atOnce("network").stacks().getFirst();
    SlicedScan sliced =
        new SlicedScan(CHANGED.named("network").endpoint(), Path.of(atOnce.stack()), 4);

    assertThat(sliced.joined(sliced.read().subList(1, 4))).isEqualTo(atOnce);
  }

  @ParameterizedTest
  @MethodSource("estates")
  void what_was_made_by_hand_is_found(String estate) {
    RecordedEstate changed = CHANGED.named(estate);
    StackReport stack = AccountScan.of(changed.endpoint()).withUnmanaged().stack(changed.state());

    assertThat(stack.notes()).allMatch(note -> NOT_LISTED.stream().anyMatch(note::contains));
    assertThat(stack.unmanaged())
        .extracting(each -> new Unmanaged(each.type(), each.id()))
        .containsAll(changed.expected().unmanaged());
  }

  @ParameterizedTest
  @MethodSource("estates")
  void every_resource_of_a_type_that_is_read_is_read(String estate) {
    RecordedEstate built = BUILT.named(estate);
    StackReport stack = AccountScan.of(built.endpoint()).stack(built.state());

    assertThat(stack.resources()).hasSize(built.expected().resources());
    assertThat(AccountScan.told(stack, Status.UNREADABLE)).isEmpty();
    assertThat(AccountScan.having(stack, Status.UNSUPPORTED))
        .allSatisfy(
            each -> {
              assertThat(READ).doesNotContain(each.type());
              assertThat(each.reason()).contains(each.type());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbour", "network"})
  void exit_codes_tell_in_sync_from_drift(String estate) {
    assertThat(scan(BUILT.named(estate))).isZero();
    assertThat(scan(CHANGED.named(estate))).isEqualTo(2);
  }

  /** The report of a changed estate, with the state's path as the stack's name. */
  private static Report atOnce(String estate) {
    return AT_ONCE.computeIfAbsent(
        estate,
        _ -> {
          AccountScan scan = AccountScan.of(CHANGED.named(estate).endpoint());
          Path state = CHANGED.named(estate).state();
          // the emulator shows a deleted one for the last time to whoever asks first
          scan.ofTypes("aws_ec2_managed_prefix_list").report(state);
          return scan.report(state);
        });
  }

  private static int scan(RecordedEstate estate) {
    return Cli.scan(estate.endpoint(), estate.state()).exitCode();
  }

  private static void nothingDrifts(RecordedEstate estate, Path state) {
    StackReport stack = AccountScan.of(estate.endpoint()).stack(state);

    assertThat(AccountScan.told(stack, Status.DRIFTED, Status.DELETED)).isEmpty();
    assertThat(AccountScan.told(stack, Status.UNREADABLE)).isEmpty();
  }

  private static SortedMap<String, Status> statuses(SortedMap<String, Finding> expected) {
    SortedMap<String, Status> statuses = new TreeMap<>();
    expected.forEach((address, finding) -> statuses.put(address, Status.valueOf(finding.status())));
    return statuses;
  }

  private static Set<String> attributes(ResourceReport resource) {
    return resource.changes().stream().map(Change::attribute).collect(Collectors.toSet());
  }

  /** Tags are one change, told once. */
  private static Set<String> beyondMirrors(Finding finding) {
    Set<String> own = finding.ownAttributes();
    if (own.contains("tags")) {
      own.remove("tags_all");
    }
    return own;
  }
}
