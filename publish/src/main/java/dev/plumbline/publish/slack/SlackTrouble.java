package dev.plumbline.publish.slack;

import dev.plumbline.publish.PublishException;
import dev.plumbline.publish.escape.Plain;
import java.util.Set;

/**
 * What an answer of Slack's means for the user.
 *
 * @param why why it failed
 * @param action what to do
 */
record SlackTrouble(String why, String action) {

  /** The message is gone, or is no more ours to write: a new one has to be posted. */
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found");

  static boolean isGone(String error) {
    return GONE.contains(error);
  }

  /**
   * Of an error's code.
   *
   * @param needed the scope that Slack says is missing, "" where it names none
   */
  static SlackTrouble of(String error, String needed) {
    String code = Plain.line(error, 100);
    return switch (error) {
      case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive" ->
          new SlackTrouble(
              "the bot token is not valid (%s)".formatted(code),
              "Put the app's bot token into the secret that publish.slack.tokenSecret names.");
      case "missing_scope" ->
          new SlackTrouble(
              "the bot token lacks the scope %s (missing_scope)"
                  .formatted(needed.isEmpty() ? "chat:write" : Plain.line(needed, 100)),
              "Add the scope to the app, and install it in the workspace again.");
      case "channel_not_found" ->
          new SlackTrouble(
              "there is no such channel, or the app cannot see it (channel_not_found)",
              "Check publish.slack.channel; invite the app, and name a private channel by its id.");
      case "not_in_channel" ->
          new SlackTrouble(
              "the app is not in the channel (not_in_channel)",
              "Invite it with /invite, or give it the scope chat:write.public.");
      case "is_archived" ->
          new SlackTrouble(
              "the channel is archived (is_archived)",
              "Unarchive it, or name another with publish.slack.channel.");
      case "msg_blocks_too_long", "msg_too_long", "invalid_blocks", "invalid_blocks_format" ->
          new SlackTrouble(
              "Slack did not accept what was written (%s)".formatted(code),
              "Run again; if it stays, report it as a bug of Plumbline.");
      default ->
          new SlackTrouble(
              "Slack answered %s".formatted(code.isEmpty() ? "without saying why" : code),
              "Run again later; see docs.slack.dev and slack-status.com.");
    };
  }

  static SlackTrouble ofStatus(int status) {
    return new SlackTrouble(
        "Slack answered HTTP %d".formatted(status), "Run again later; see slack-status.com.");
  }

  PublishException toException(String doing) {
    return new PublishException("%s failed: %s.".formatted(doing, why), action);
  }
}
