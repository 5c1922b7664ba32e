package dev.plumbline.publish.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.slack.Click.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseUrlsTest {

  private static final EphemeralAnswer ANSWER = EphemeralAnswer.of(List.of("*Done.* `shop`"));

  private final FakeSlack slack = new FakeSlack();

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void only_whoever_asked_sees_the_answer_and_the_message_stays() throws Exception {
    slack.answer("/actions/T1/1/x", ok("ok"));

    urls().send(slack.server.baseUrl() + "/actions/T1/1/x", ANSWER.toClick(false));

    JsonObject sent =
        JsonParser.parseString(
                slack.server.getAllServeEvents().getFirst().getRequest().getBodyAsString())
            .getAsJsonObject();
    assertThat(sent.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(sent.get("replace_original").getAsBoolean()).isFalse();
    assertThat(SentBlocks.of(sent.get("blocks").toString()).text()).isEqualTo("*Done.* `shop`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not an address",
        "http://hooks.slack.com/actions/1",
        "https://hooks.slack.com.evil.example/actions/1",
        "https://evil.example/?https://hooks.slack.com/",
        "https://hooks.slack.com@evil.example/",
        "https://u:p@hooks.slack.com/",
        "https://hooks.slack.com:8443/",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd"
      })
  void an_address_that_is_not_slacks_is_not_called(String address) {
    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(
            () -> new ResponseUrls(Duration.ofSeconds(1)).send(address, ANSWER.toClick(false)))
        .withMessageContaining("not at https://hooks.slack.com");
  }

  @Test
  void a_refused_answer_is_told() {
    slack.answer("/x", aResponse().withStatus(404).withBody("used_url"));

    assertThatExceptionOfType(PublishException.class)
        .isThrownBy(() -> urls().send(slack.server.baseUrl() + "/x", ANSWER.toClick(false)))
        .withMessageContaining("HTTP 404");
  }

  @Test
  void a_question_has_a_button_that_carries_it_out_and_one_that_does_not() {
    Click click =
        new Click(Kind.CONFIRM_REVERT, "shop", "", List.of("aws_x.a[\"<!here>\"]"), false);

    EphemeralAnswer question =
        EphemeralAnswer.question(click, "Revert `shop`?", "Revert").orElseThrow();

    SentBlocks sent = SentBlocks.of(GsonFactory.createSnakeCase().toJson(question.blocks()));
    assertThat(sent.labels()).containsExactly("Revert", "Cancel");
    assertThat(sent.clicks()).containsExactly(click, Click.of(Kind.CANCEL, ""));
    assertThat(sent.text()).contains("`aws_x.a[\"&lt;!here&gt;\"]`");
  }

  @Test
  void a_long_answer_is_cut_to_what_slack_takes() {
    EphemeralAnswer answer = EphemeralAnswer.of(Collections.nCopies(500, "x".repeat(200)));

    assertThatCode(() -> SentBlocks.of(GsonFactory.createSnakeCase().toJson(answer.blocks())))
        .doesNotThrowAnyException();
  }

  private ResponseUrls urls() {
    return new ResponseUrls(URI.create(slack.server.baseUrl()), Duration.ofSeconds(5));
  }
}
