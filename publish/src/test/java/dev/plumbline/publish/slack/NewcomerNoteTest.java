package dev.plumbline.publish.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.plumbline.engine.Observe.Unmanaged;
import dev.plumbline.engine.Report.Cause;
import dev.plumbline.publish.Newcomer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Slack is told of resources that no stack manages. */
class NewcomerNoteTest {

  @Test
  void it_says_what_it_is_and_who_made_it() {
    SlackText text = NewcomerNote.text(List.of(newcomer("rogue")));

    assertThat(text.notification()).isEqualTo("Plumbline: 1 new resource in no stack");
    assertThat(json(text))
        .contains("`aws_s3_bucket` `rogue`")
        .contains("`CreateBucket` by `ana (role Admin)`", "2026-11-22T12:00:00Z");
  }

  @Test
  void a_name_is_no_mention_link_or_end_of_code_and_ten_long_ones_fit() {
    SlackText text =
        NewcomerNote.text(
            Collections.nCopies(NewcomerNote.MOST, newcomer("<!channel>`".repeat(200))));

    assertThat(json(text)).doesNotContain("<!channel>").doesNotContain("\\u003c!channel");
    assertThat(json(text).length()).isLessThan(AlertBlocks.LONGEST);
  }

  private static String json(SlackText text) {
    return GsonFactory.createSnakeCase().toJson(text.blocks());
  }

  private static Newcomer newcomer(String bucket) {
    return new Newcomer(
        new Unmanaged("aws_s3_bucket", bucket, "123456789012", "us-east-1"),
        new Cause(
            "ana (role Admin)", "CreateBucket", Instant.parse("2026-11-22T12:00:00Z"), "console"));
  }
}
