package dev.plumbline.publish.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import dev.plumbline.engine.store.StackRecord.Message;
import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts and rewrites messages, and waits where Slack asks for it. For one thread. */
final class SlackClient implements AutoCloseable {

  private static final Duration CALL = Duration.ofSeconds(10);

  /** Where Slack does not say how long. */
  private static final Duration UNSAID = Duration.ofSeconds(30);

  private static final int TOO_MANY = 429;

  private final SlackHttp http;
  private final MethodsClient methods;
  private final Pause pause;
  private Duration left;

  SlackClient(SlackSettings settings, Pause pause) {
    this.http = SlackHttp.open(settings.endpoint().toString(), CALL);
    this.methods = http.slack().methods(settings.token());
    this.pause = pause;
    this.left = settings.patience();
  }

  /** A call of the Web API. */
  private interface Call<T> {
    T make() throws IOException, SlackApiException;
  }

  /**
   * Posts a message.
   *
   * @param channel the channel's name or id
   */
  Message post(String channel, SlackText text) throws PublishException {
    String doing = "Posting a message to the Slack channel " + Plain.line(channel, 100);
    ChatPostMessageResponse answer =
        call(doing, () -> methods.chatPostMessage(posting(channel, text)));
    if (!answer.isOk()) {
      throw trouble(answer.getError(), answer.getNeeded()).toException(doing);
    }
    return new Message(answer.getChannel(), answer.getTs());
  }

  /** Rewrites a message; empty where it is gone. */
  Optional<Message> update(Message message, SlackText text) throws PublishException {
    String doing = "Rewriting a message in the Slack channel " + Plain.line(message.channel(), 100);
    ChatUpdateResponse answer = call(doing, () -> methods.chatUpdate(rewriting(message, text)));
    if (answer.isOk()) {
      return Optional.of(message);
    }
    if (SlackTrouble.isGone(said(answer.getError()))) {
      return Optional.empty();
    }
    throw trouble(answer.getError(), answer.getNeeded()).toException(doing);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }

  private static ChatPostMessageRequest posting(String channel, SlackText text) {
    return ChatPostMessageRequest.builder()
        .channel(channel)
        .text(text.notification())
        .blocks(text.blocks())
        .parse("none")
        .linkNames(false)
        .unfurlLinks(false)
        .unfurlMedia(false)
        .build();
  }

  private static ChatUpdateRequest rewriting(Message message, SlackText text) {
    return ChatUpdateRequest.builder()
        .channel(message.channel())
        .ts(message.timestamp())
        .text(text.notification())
        .blocks(text.blocks())
        .parse("none")
        .linkNames(false)
        .build();
  }

  private <T> T call(String doing, Call<T> call) throws PublishException {
    while (true) {
      try {
        return call.make();
      } catch (SlackApiException e) {
        if (e.getResponse().code() != TOO_MANY) {
          throw SlackTrouble.ofStatus(e.getResponse().code()).toException(doing);
        }
        await(doing, retryAfter(e.getResponse().header("Retry-After")));
      } catch (IOException e) {
        throw new PublishException(
            "%s failed: Slack cannot be reached (%s)."
                .formatted(doing, e.getClass().getSimpleName()),
            "Check that the network lets the function reach slack.com.",
            e);
      }
    }
  }

  private void await(String doing, Duration wait) throws PublishException {
    if (wait.compareTo(left) > 0) {
      throw new SlackTrouble(
              "Slack asks to wait for %d s, longer than this run may".formatted(wait.toSeconds()),
              "The next scan will write it; scan less often if it stays.")
          .toException(doing);
    }
    left = left.minus(wait);
    try {
      pause.await(wait);
    } catch (IOException e) {
      throw new PublishException(doing + " was interrupted.", "Run again.", e);
    }
  }

  private static Duration retryAfter(@Nullable String header) {
    return header != null && header.matches("\\d{1,6}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(header)))
        : UNSAID;
  }

  private static SlackTrouble trouble(@Nullable String error, @Nullable String needed) {
    return SlackTrouble.of(said(error), said(needed));
  }

  private static String said(@Nullable String word) {
    return word == null ? "" : word;
  }
}
