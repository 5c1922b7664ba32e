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
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The estate of all types: nothing flagged where nothing drifted, and all that Terraform finds. */
class HarbourScanTest {

  private static final Set<String> READ = ResourceTypes.aws().types();

  @RegisterExtension static final RecordedEstate CLEAN = RecordedEstate.harbour();
  @RegisterExtension static final RecordedEstate CHANGED = RecordedEstate.harbour().changed();

  @Test
  void right_after_apply_nothing_drifts() {
    nothingDrifts(CLEAN.freshState());
  }

  @Test
  void after_a_refresh_nothing_drifts() {
    nothingDrifts(CLEAN.state());
  }

  @Test
  void what_terraform_reports_is_found_and_nothing_else() {
    Report report = AccountScan.of(CHANGED.endpoint()).report(CHANGED.state());
    StackReport stack = report.stacks().getFirst();
    SortedMap<String, Finding> expected = CHANGED.expected().reported();

    SortedMap<String, Status> found =
        AccountScan.having(stack, Status.DRIFTED, Status.DELETED)
            .collect(
                Collectors.toMap(
                    ResourceReport::address, ResourceReport::status, (a, b) -> a, TreeMap::new));
    System.out.printf(
        "harbour: %d managed, Terraform reports %d, found %d (%d drifted, %d deleted), %d calls for Terraform's %d%n",
        stack.summary().managed(),
        expected.size(),
        found.size(),
        stack.summary().drifted(),
        stack.summary().deleted(),
        report.apiCalls().values().stream().mapToLong(Long::longValue).sum(),
        CHANGED.expected().terraformCalls());
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

  @Test
  void what_was_made_by_hand_is_found() {
    StackReport stack = AccountScan.of(CHANGED.endpoint()).withUnmanaged().stack(CHANGED.state());

    assertThat(stack.notes()).isEmpty();
    assertThat(stack.unmanaged())
        .extracting(each -> new Unmanaged(each.type(), each.id()))
        .containsAll(CHANGED.expected().unmanaged());
  }

  @Test
  void every_resource_of_a_type_that_is_read_is_read() {
    StackReport stack = AccountScan.of(CLEAN.endpoint()).stack(CLEAN.state());

    assertThat(stack.resources()).hasSize(CLEAN.expected().resources());
    assertThat(AccountScan.told(stack, Status.UNREADABLE)).isEmpty();
    assertThat(AccountScan.having(stack, Status.UNSUPPORTED))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(READ).doesNotContain(each.type());
              assertThat(each.reason()).contains(each.type());
            });
    assertThat(stack.resources().stream().map(ResourceReport::type)).containsAll(READ);
  }

  @Test
  void exit_codes_tell_in_sync_from_drift() {
    assertThat(scan(CLEAN, CLEAN.state())).isZero();
    assertThat(scan(CLEAN, CLEAN.state(), "--strict")).isEqualTo(3);
    assertThat(scan(CLEAN, CLEAN.state(), "--strict", "--type", "aws_vpc")).isZero();
    assertThat(scan(CHANGED, CHANGED.state())).isEqualTo(2);
  }

  private static int scan(RecordedEstate estate, Path state, String... options) {
    return Cli.scan(estate.endpoint(), state, options).exitCode();
  }

  private static void nothingDrifts(Path state) {
    StackReport stack = AccountScan.of(CLEAN.endpoint()).stack(state);

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
