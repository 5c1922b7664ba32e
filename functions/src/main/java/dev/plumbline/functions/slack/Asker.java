package dev.plumbline.functions.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import dev.plumbline.engine.people.Actor;
import dev.plumbline.remediation.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and from where. Slack has signed it.
 *
 * @param team the workspace's id
 * @param enterprise the organisation's id, "" where there is none
 * @param channel the channel's id
 * @param user the member's id
 * @param responseUrl where late answers go, "" where nowhere
 * @param trigger what Slack gives each interaction, "" where it gave nothing
 */
record Asker(
    String team,
    String enterprise,
    String channel,
    String user,
    String responseUrl,
    String trigger) {

  static Asker of(SlashCommandPayload command) throws RefusedDelivery {
    return new Asker(
        text(command.getTeamId()),
        text(command.getEnterpriseId()),
        required(command.getChannelId(), "channel_id"),
        required(command.getUserId(), "user_id"),
        text(command.getResponseUrl()),
        text(command.getTriggerId()));
  }

  static Asker of(BlockActionPayload click) throws RefusedDelivery {
    Optional<BlockActionPayload> given = Optional.of(click);
    return new Asker(
        text(given.map(it -> it.getTeam()).map(it -> it.getId()).orElse("")),
        text(given.map(it -> it.getEnterprise()).map(it -> it.getId()).orElse("")),
        required(given.map(it -> it.getChannel()).map(it -> it.getId()).orElse(""), "channel"),
        required(given.map(it -> it.getUser()).map(it -> it.getId()).orElse(""), "user"),
        text(click.getResponseUrl()),
        text(click.getTriggerId()));
  }

  Actor actor() {
    return new Actor(Actor.Realm.SLACK, user);
  }

  Origin.Slack origin() {
    return new Origin.Slack(channel, responseUrl);
  }

  private static String required(@Nullable String value, String name) throws RefusedDelivery {
    if (value == null || value.isBlank()) {
      throw new RefusedDelivery(Delivery.BAD, "there is no " + name);
    }
    return value;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
