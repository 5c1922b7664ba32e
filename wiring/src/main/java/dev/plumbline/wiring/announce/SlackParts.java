package dev.plumbline.wiring.announce;

import dev.plumbline.engine.store.Leases;
import dev.plumbline.engine.store.Stacks;
import dev.plumbline.publish.slack.ResponseUrls;
import dev.plumbline.publish.slack.SlackAlert;
import dev.plumbline.publish.slack.SlackMemory;
import dev.plumbline.publish.slack.SlackSettings;
import dev.plumbline.remediation.RemediationStore;
import dev.plumbline.wiring.publish.SlackChannel;
import dev.plumbline.wiring.publish.SlackMessages;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.work.SlackReplies;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What writes to Slack, put together once per container.
 *
 * @param channel after a scan
 * @param announcer at each step of a remediation
 * @param replies to those who asked
 */
public record SlackParts(SlackChannel channel, SlackAnnouncer announcer, SlackReplies replies) {

  private static final Duration REPLY = Duration.ofSeconds(5);

  /**
   * With these ports.
   *
   * @param s3 keeps what messages said in that bucket, below {@code fingerprints/slack/}
   */
  public static SlackParts of(
      Secrets secrets,
      Stacks stacks,
      Leases leases,
      RemediationStore remediations,
      S3Client s3,
      String bucket) {
    return of(
        SlackSettings.SLACK,
        new ResponseUrls(REPLY),
        secrets,
        stacks,
        leases,
        remediations,
        new SlackMessages(stacks, s3, bucket));
  }

  static SlackParts of(
      URI endpoint,
      ResponseUrls urls,
      Secrets secrets,
      Stacks stacks,
      Leases leases,
      RemediationStore remediations,
      SlackMemory memory) {
    SlackAlert alerts = new SlackAlert(memory, leases, new SlackRemedies(remediations));
    return new SlackParts(
        new SlackChannel(endpoint, secrets, stacks, alerts),
        new SlackAnnouncer(endpoint, secrets, memory, alerts),
        new SlackReplies(urls));
  }
}
