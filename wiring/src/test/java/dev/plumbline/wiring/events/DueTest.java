package dev.plumbline.wiring.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Report.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is still to be read of a resource of which a part was read: in whatever order it is told.
 */
class DueTest {

  private static final Instant ONE = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant TWO = ONE.plusSeconds(10);
  private static final Instant LATER = ONE.plusSeconds(60);
  private static final String BUCKET = "aws_s3_bucket.assets";
  private static final String VERSIONING = "s3:GetBucketVersioning";
  private static final String POLICY = "s3:GetBucketPolicy";

  private final RememberedStacks readings = new RememberedStacks();

  @Test
  void an_older_change_of_another_part_is_still_to_be_read() throws Exception {
    read(touch(VERSIONING, TWO));

    assertThat(due(touch(POLICY, ONE)).unread()).isEqualTo(Map.of(BUCKET, Set.of(POLICY)));
  }

  @Test
  void an_older_change_of_the_same_part_was_read() throws Exception {
    read(touch(VERSIONING, TWO));

    assertThat(due(touch(VERSIONING, ONE)).isNothing()).isTrue();
  }

  @Test
  void who_read_the_whole_has_read_each_part() throws Exception {
    read(touch("", TWO));

    assertThat(due(touch(POLICY, ONE)).isNothing()).isTrue();
  }

  @Test
  void who_read_a_part_has_not_read_the_whole() throws Exception {
    read(touch(VERSIONING, TWO));

    assertThat(due(touch("", ONE)).unread()).isEqualTo(Map.of(BUCKET, Set.of()));
  }

  @Test
  void several_parts_are_read_together_and_the_whole_is_all_of_them() throws Exception {
    assertThat(due(touch(VERSIONING, ONE), touch(POLICY, TWO)).unread())
        .isEqualTo(Map.of(BUCKET, Set.of(VERSIONING, POLICY)));
    assertThat(due(touch(VERSIONING, ONE), touch("", TWO)).unread())
        .isEqualTo(Map.of(BUCKET, Set.of()));
  }

  @Test
  void a_later_change_of_what_was_read_since_is_to_be_told_and_not_read() throws Exception {
    read(touch(VERSIONING, ONE));

    Due due = due(touch(VERSIONING, TWO));

    assertThat(due.unread()).isEmpty();
    assertThat(due.untold()).containsExactly(BUCKET);
  }

  private void read(Touch touch) throws Exception {
    due(touch).done(readings, "shop", LATER, false);
  }

  private Due due(Touch... touches) throws Exception {
    return Due.of(readings, "shop", List.of(touches));
  }

  private static Touch touch(String aspect, Instant at) {
    return new Touch("shop", BUCKET, new Cause("ana", "PutBucket", at, "cli"), false, aspect);
  }
}
