package dev.plumbline.wiring.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Change;
import dev.plumbline.engine.Report.ResourceReport;
import dev.plumbline.engine.Report.StackReport;
import dev.plumbline.engine.Report.Status;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.publish.Reports;
import dev.plumbline.state.Address;
import dev.plumbline.state.ProviderRef;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.StateIdentity;
import dev.plumbline.state.Value;
import dev.plumbline.wiring.KnownState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A bucket with two parts of its own: of a change of one part that part is read, and no other. */
class NarrowedTest {

  private static final String BUCKET = "aws_s3_bucket.it";
  private static final String VERSIONING = "aws_s3_bucket_versioning.it";
  private static final String POLICY = "aws_s3_bucket_policy.it";
  private static final String READ_VERSIONING = "s3:GetBucketVersioning";
  private static final String READ_POLICY = "s3:GetBucketPolicy";

  private final List<RecordedResource> state =
      List.of(
          resource("aws_s3_bucket"),
          resource("aws_s3_bucket_versioning"),
          resource("aws_s3_bucket_policy"));
  private final Map<String, ResourceReport> known = new LinkedHashMap<>();
  private StateIdentity identity = Reports.stack("shop").state().orElseThrow();

  NarrowedTest() {
    List.of(BUCKET, VERSIONING, POLICY).forEach(each -> known(each, Status.IN_SYNC));
  }

  @Test
  void a_change_of_a_part_is_read_at_the_part_and_at_the_buckets_aspect_of_it() throws Exception {
    Map<String, Set<String>> wanted = wanted(Map.of(BUCKET, Set.of(READ_VERSIONING)));

    assertThat(wanted)
        .isEqualTo(Map.of(BUCKET, Set.of(READ_VERSIONING), VERSIONING, Set.of(READ_VERSIONING)));
  }

  @Test
  void changes_of_two_parts_are_read_together() throws Exception {
    Map<String, Set<String>> wanted =
        wanted(Map.of(BUCKET, Set.of(READ_VERSIONING), POLICY, Set.of(READ_POLICY)));

    assertThat(wanted.get(BUCKET)).containsExactlyInAnyOrder(READ_VERSIONING, READ_POLICY);
    assertThat(wanted).containsOnlyKeys(BUCKET, VERSIONING, POLICY);
  }

  @Test
  void what_may_have_changed_anything_is_read_whole_with_all_its_parts() throws Exception {
    Map<String, Set<String>> wanted = wanted(Map.of(BUCKET, Set.of()));

    assertThat(wanted).isEqualTo(Map.of(BUCKET, Set.of(), VERSIONING, Set.of(), POLICY, Set.of()));
  }

  @Test
  void what_is_known_to_drift_is_read_again_so_that_nothing_known_is_lost() throws Exception {
    known(BUCKET, Status.DRIFTED, "policy", "versioning[0].enabled", "tags[\"by\"]");

    assertThat(wanted(Map.of(BUCKET, Set.of(READ_VERSIONING))).get(BUCKET))
        .containsExactlyInAnyOrder(READ_VERSIONING, READ_POLICY, "s3:GetBucketTagging");
  }

  @Test
  void a_bucket_that_drifts_in_what_no_part_shows_is_read_whole() throws Exception {
    known(BUCKET, Status.DRIFTED, "force_destroy");

    assertThat(wanted(Map.of(BUCKET, Set.of(READ_VERSIONING))).get(BUCKET)).isEmpty();
  }

  @Test
  void a_bucket_of_which_nothing_was_read_before_is_read_whole() throws Exception {
    for (Status status : List.of(Status.UNREADABLE, Status.DELETED)) {
      known(BUCKET, status);
      assertThat(wanted(Map.of(BUCKET, Set.of(READ_VERSIONING))).get(BUCKET)).isEmpty();
    }
    known.remove(BUCKET);
    assertThat(wanted(Map.of(BUCKET, Set.of(READ_VERSIONING))).get(BUCKET)).isEmpty();
  }

  @Test
  void against_another_state_than_the_last_report_s_all_is_read() throws Exception {
    identity = new StateIdentity("s3://states/shop.tfstate", "v2", 8, "lineage", "terraform", "1");

    assertThat(wanted(Map.of(BUCKET, Set.of(READ_VERSIONING))).get(BUCKET)).isEmpty();
  }

  private Map<String, Set<String>> wanted(Map<String, Set<String>> touched) throws Exception {
    StackReport last = Reports.stack("shop", List.copyOf(known.values()), List.of(), List.of());
    Narrowed narrowed =
        new Narrowed(new KnownState(identity, state), ResourceTypes.aws(), touched, last);
    List<RecordedResource> read = new ArrayList<>();
    narrowed.read(read::add);
    Map<String, Set<String>> wanted = new TreeMap<>();
    read.stream()
        .filter(narrowed::isWanted)
        .forEach(each -> wanted.put(each.address().toString(), narrowed.aspects(each)));
    return wanted;
  }

  private void known(String address, Status status, String... drifted) {
    List<Change> changes =
        List.of(drifted).stream()
            .map(path -> new Change(path, Value.of("a"), Value.of("b"), false, List.of()))
            .toList();
    known.put(
        address,
        new ResourceReport(
            address,
            address.substring(0, address.indexOf('.')),
            "files",
            "123456789012",
            "us-east-1",
            status,
            Optional.empty(),
            changes,
            ""));
  }

  private static RecordedResource resource(String type) {
    return new RecordedResource(
        new Address("", type, "it", ""),
        new ProviderRef("registry.terraform.io/hashicorp/aws", "", ""),
        Value.of(Map.of("id", Value.of("files"), "bucket", Value.of("files"))),
        List.of(),
        Value.none(),
        Optional.empty(),
        false,
        0,
        List.of());
  }
}
