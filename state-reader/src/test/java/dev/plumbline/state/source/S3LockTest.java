package dev.plumbline.state.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateSource.Lock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class S3LockTest {

  private static final String INFO =
      """
      {"ID": "1-2", "Operation": "OperationTypeApply", "Info": "", "Who": "ci@runner",
       "Version": "1.11.4", "Created": "2026-01-02T03:04:05Z", "Path": "b/k", "New": {"a": 1}}""";

  private static final byte[] STATE =
      "{\"version\": 4, \"serial\": 7, \"lineage\": \"l\", \"resources\": []}".getBytes(UTF_8);

  /** Of {@link #STATE}, as md5sum prints it. */
  private static final String DIGEST = "c1a223a265bf2ac1ef3264f33ccfa82f";

  private final FakeBucket bucket = new FakeBucket();
  private final FakeTable table = new FakeTable();
  private final S3State unlocking = new S3State(bucket, "b", "k", S3Lock.None.NONE);
  private final S3State withFile = new S3State(bucket, "b", "k", S3Lock.LockFile.LOCK_FILE);
  private final S3State withTable =
      new S3State(bucket, "b", "k", new S3Lock.DynamoDb(table, "locks"));

  @Test
  void a_lock_file_is_the_lock() throws Exception {
    bucket.put("k.tflock", INFO.getBytes(UTF_8), null);

    assertThat(withFile.lock())
        .contains(
            new Lock(
                "1-2",
                "ci@runner",
                "OperationTypeApply",
                "2026-01-02T03:04:05Z",
                "s3://b/k.tflock"));
    assertThat(withTable.lock()).isEmpty();
    assertThat(unlocking.lock()).isEmpty();
  }

  @Test
  void an_item_is_the_lock() throws Exception {
    table.put("b/k", "Info", INFO);

    assertThat(withTable.lock())
        .hasValueSatisfying(
            lock -> {
              assertThat(lock.id()).isEqualTo("1-2");
              assertThat(lock.where()).isEqualTo("item b/k of DynamoDB table locks");
            });
    assertThat(withFile.lock()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "{\"ID\": 7}", "{\"Who\": "})
  void a_lock_that_cannot_be_read_is_a_lock(String info) throws Exception {
    bucket.put("k.tflock", info.getBytes(UTF_8), null);

    assertThat(withFile.lock()).hasValueSatisfying(lock -> assertThat(lock.id()).isEmpty());
  }

  @Test
  void a_lock_that_may_not_be_looked_at_is_an_error_and_not_no_lock() {
    bucket.failWith(FakeBucket.error(403, "AccessDenied"));
    table.failWith(denied());

    assertThat(catchThrowableOfType(StateException.class, withFile::lock))
        .hasMessageContaining("s3:GetObject on s3://b/k.tflock is denied")
        .extracting(StateException::code)
        .isEqualTo(Code.DENIED);
    assertThat(catchThrowableOfType(StateException.class, withTable::lock))
        .hasMessageContaining("dynamodb:GetItem on DynamoDB table locks is denied")
        .extracting(StateException::code)
        .isEqualTo(Code.DENIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {DIGEST, "C1A223A265BF2AC1EF3264F33CCFA82F"})
  void a_state_of_its_digest_is_read(String digest) throws Exception {
    bucket.put("k", STATE, null);
    table.put("b/k-md5", "Digest", digest);

    assertThat(withTable.read(_ -> {}).serial()).isEqualTo(7);
  }

  @Test
  void a_state_without_digest_is_read() throws Exception {
    bucket.put("k", STATE, null);

    assertThat(withTable.read(_ -> {}).serial()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000000000000000000000000000", "", "not a digest"})
  void a_state_of_another_digest_is_refused(String digest) {
    bucket.put("k", STATE, null);
    table.put("b/k-md5", "Digest", digest);

    var error = catchThrowableOfType(StateException.class, () -> withTable.read(_ -> {}));

    assertThat(error.code()).isEqualTo(Code.DIGEST_MISMATCH);
    assertThat(error).hasMessageContaining("b/k-md5");
  }

  @Test
  void a_digest_of_a_newer_state_says_that_the_state_changed() {
    bucket.put("k", STATE, "v7");
    table.put("b/k-md5", "Digest", "00000000000000000000000000000000");
    List<String> read = new ArrayList<>();
    bucket.afterNextRead(() -> bucket.put("k", STATE, "v8"));

    assertThat(
            catchThrowableOfType(
                StateException.class, () -> withTable.read(each -> read.add(each.id()))))
        .extracting(StateException::code)
        .isEqualTo(Code.CHANGED_WHILE_READING);
  }

  @Test
  void a_digest_that_may_not_be_read_is_an_error() {
    bucket.put("k", STATE, null);
    table.failWith(denied());

    assertThat(catchThrowableOfType(StateException.class, () -> withTable.read(_ -> {})))
        .hasMessageContaining("dynamodb:GetItem")
        .extracting(StateException::code)
        .isEqualTo(Code.DENIED);
  }

  private static RuntimeException denied() {
    return DynamoDbException.builder()
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDeniedException").build())
        .build();
  }
}
