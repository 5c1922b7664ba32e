package dev.plumbline.state.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3StateTest {

  private static final String KEY = "app/terraform.tfstate";

  private static final byte[] STATE =
      """
      {"version": 4, "terraform_version": "1.11.4", "serial": 7, "lineage": "l", "resources": [
        {"mode": "managed", "type": "aws_vpc", "name": "a",
         "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
         "instances": [{"index_key": 0, "attributes": {"id": "vpc-0"}},
                       {"index_key": 1, "attributes": {"id": "vpc-1"}}]}]}
      """
          .getBytes(UTF_8);

  private final FakeBucket bucket = new FakeBucket();

  private final List<String> read = new ArrayList<>();
  private final StateSource state = new S3State(bucket, "b", KEY, S3Lock.None.NONE);

  @Test
  void a_state_is_read_with_its_version_id() throws Exception {
    bucket.put(KEY, STATE, "v7");

    var identity = state.read(each -> read.add(each.id()));

    assertThat(read).containsExactly("vpc-0", "vpc-1");
    assertThat(identity.uri()).isEqualTo("s3://b/app/terraform.tfstate");
    assertThat(identity.versionId()).isEqualTo("v7").isEqualTo(state.currentVersion());
    assertThat(identity.serial()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null"})
  void a_bucket_without_versions_gives_the_etag(String version) throws Exception {
    bucket.put(KEY, STATE, version.isEmpty() ? null : version);

    assertThat(state.read(_ -> {}).versionId())
        .startsWith("\"etag-")
        .isEqualTo(state.currentVersion());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_broken_transfer_is_taken_up_where_it_broke(boolean quietly) throws Exception {
    bucket.put(KEY, STATE, "v7");
    bucket.breakAfter(100, quietly, () -> {});

    state.read(each -> read.add(each.id()));

    assertThat(read).containsExactly("vpc-0", "vpc-1");
    assertThat(bucket.reads).hasSizeGreaterThan(2);
    assertThat(bucket.reads.get(1).range()).isEqualTo("bytes=100-");
    assertThat(bucket.reads.subList(1, bucket.reads.size()))
        .allSatisfy(get -> assertThat(get.ifMatch()).isNotNull());
  }

  @Test
  void a_store_without_ranges_is_read_from_the_start_again() throws Exception {
    bucket.put(KEY, STATE, "v7");
    bucket.forgetRanges();
    bucket.breakAfter(300, false, () -> bucket.breakAfter(Integer.MAX_VALUE, false, () -> {}));

    state.read(each -> read.add(each.id()));

    assertThat(read).containsExactly("vpc-0", "vpc-1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_new_version_in_the_middle_is_never_mixed_in(boolean storeKnowsConditions) {
    bucket.put(KEY, STATE, "v7");
    bucket.breakAfter(
        100, false, () -> bucket.put(KEY, "{\"version\": 4}".repeat(99).getBytes(UTF_8), "v8"));
    if (!storeKnowsConditions) {
      bucket.forgetConditions();
    }

    assertThat(failure().code()).isEqualTo(Code.CHANGED_WHILE_READING);
  }

  @Test
  void an_object_deleted_in_the_middle_has_changed() {
    bucket.put(KEY, STATE, "v7");
    bucket.breakAfter(100, false, () -> bucket.remove(KEY));

    assertThat(failure().code()).isEqualTo(Code.CHANGED_WHILE_READING);
  }

  @Test
  void a_transfer_that_breaks_forever_is_given_up() {
    bucket.put(KEY, STATE, "v7");
    bucket.breakAfter(1, false, () -> {});

    var error = failure();

    assertThat(error.code()).isEqualTo(Code.UNREACHABLE);
    assertThat(error).hasMessageContaining("broke off again and again");
    assertThat(bucket.reads).hasSize(11);
  }

  @Test
  void what_is_not_there_is_not_found() {
    var error = failure();

    assertThat(error.code()).isEqualTo(Code.NOT_FOUND);
    assertThat(error)
        .hasMessage(
            "Reading state s3://b/app/terraform.tfstate failed:"
                + " there is no object s3://b/app/terraform.tfstate.");
    assertThat(catchThrowableOfType(StateException.class, state::currentVersion).code())
        .isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void an_empty_object_is_empty() {
    bucket.put(KEY, new byte[0], "v7");

    assertThat(failure().code()).isEqualTo(Code.EMPTY);
  }

  @Test
  void a_denied_read_names_the_action() {
    bucket.failWith(FakeBucket.error(403, "AccessDenied"));

    var error = failure();

    assertThat(error.code()).isEqualTo(Code.DENIED);
    assertThat(error)
        .hasMessageContaining("s3:GetObject on s3://b/app/terraform.tfstate is denied");
    assertThat(error.action()).contains("s3:ListBucket");
  }

  private StateException failure() {
    return catchThrowableOfType(
        StateException.class, () -> state.read(each -> read.add(each.id())));
  }
}
