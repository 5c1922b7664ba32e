package dev.plumbline.wiring.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plumbline.publish.escape.Markdown;
import dev.plumbline.remediation.Origin;
import dev.plumbline.wiring.announce.SlackEstate;
import dev.plumbline.wiring.work.Replies.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackRepliesTest {

  private final SlackEstate estate = new SlackEstate();

  @AfterEach
  void close() {
    estate.close();
  }

  @Test
  void whoever_asked_in_slack_is_answered_there_and_nobody_else_sees_it() {
    reply(
        new Origin.Slack("C012AB3CD", estate.address() + "/actions/1"),
        Mood.REFUSED,
        "The stack " + Markdown.code("<!here> `shop`", 100) + " is **locked**.");

    JsonObject sent =
        JsonParser.parseString(estate.sent("/actions/1").getFirst()).getAsJsonObject();
    assertThat(sent.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(sent.get("replace_original").getAsBoolean()).isFalse();
    assertThat(SlackEstate.texts(sent.get("blocks").toString()))
        .isEqualTo("*Refused.*\nThe stack `&lt;!here&gt; ˋshopˋ` is *locked*.");
  }

  @Test
  void an_address_that_is_not_slacks_is_not_called() {
    reply(new Origin.Slack("C1", "http://169.254.169.254/latest"), Mood.DONE, "done");
    reply(new Origin.Slack("C1", ""), Mood.DONE, "done");

    assertThat(estate.requests()).isZero();
  }

  @Test
  void whoever_asked_elsewhere_is_not_answered_in_slack() {
    reply(new Origin.Comment("acme/infra", 7, 1), Mood.DONE, "done");
    reply(new Origin.Api(), Mood.DONE, "done");

    assertThat(estate.requests()).isZero();
  }

  private void reply(Origin origin, Mood mood, String markdown) {
    estate.parts().replies().reply(origin, mood, markdown);
  }
}
