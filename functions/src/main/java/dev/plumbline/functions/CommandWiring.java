package dev.plumbline.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumbline.functions.api.Api;
import dev.plumbline.functions.slack.SlackDoor;
import dev.plumbline.publish.github.MarkerKey;
import dev.plumbline.publish.slack.ResponseUrls;
import dev.plumbline.wiring.github.ConfiguredGitHub;
import dev.plumbline.wiring.github.GitHubDoor;
import dev.plumbline.wiring.github.GitHubIgnoreProposals;
import dev.plumbline.wiring.github.GitHubPermissions;
import dev.plumbline.wiring.github.GitHubReplies;
import dev.plumbline.wiring.settings.CommandEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.webhook.Webhook;
import dev.plumbline.wiring.work.Batch;
import dev.plumbline.wiring.work.Clerk;
import dev.plumbline.wiring.work.Desk;
import dev.plumbline.wiring.work.DeskQueues;
import dev.plumbline.wiring.work.FaceReplies;
import dev.plumbline.wiring.work.Progress;
import dev.plumbline.wiring.work.SqsQueue;
import dev.plumbline.wiring.work.WorkQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts together what the functions behind people's commands need, once per container. */
final class CommandWiring {

  /** Slack waits three seconds. */
  private static final Duration QUICK = Duration.ofSeconds(1);

  private final ContainerWiring container;
  private final CommandEnvironment environment;
  private final ServiceWiring service;
  private final InstantSource clock = InstantSource.system();

  CommandWiring(ContainerWiring container, CommandEnvironment environment, ServiceWiring service) {
    this.container = container;
    this.environment = environment;
    this.service = service;
  }

  /**
   * For a function with those environment variables.
   *
   * @throws SettingsException where they cannot be used
   */
  static CommandWiring of(Map<String, String> variables) throws SettingsException {
    ContainerWiring container = ContainerWiring.of(variables);
    return new CommandWiring(container, new CommandEnvironment(variables), container.service());
  }

  Webhook webhook() throws SettingsException {
    return new Webhook(
        keys(environment.webhookSecret()), service.stacks(), service.deliveries(), queues(), clock);
  }

  Batch batch(Desk desk) throws SettingsException {
    return new Batch(desk, clerk(), service.deliveries(), environment.attempts(), clock);
  }

  Progress progress() throws SettingsException {
    SqsClient sqs = container.aws().sqs();
    WorkQueue approvals = new SqsQueue(() -> sqs, environment.approvalQueue());
    return new Progress(service.remediationStore(), approvals, clock);
  }

  Api api() throws SettingsException {
    return service.api(queues());
  }

  SlackDoor slackDoor() throws SettingsException {
    return new SlackDoor(
        container.keptConfiguration(),
        service.deliveries(),
        queues(),
        new ResponseUrls(QUICK),
        clock);
  }

  private WorkQueue queues() throws SettingsException {
    SqsClient sqs = container.aws().sqs();
    return new DeskQueues(
        new SqsQueue(() -> sqs, environment.commandQueue()),
        new SqsQueue(() -> sqs, environment.approvalQueue()));
  }

  private Clerk clerk() throws SettingsException {
    GitHubDoor github = new ConfiguredGitHub(container::deployed, service.tokens());
    return new Clerk(
        service.remediations(github),
        service.rescans(),
        service.scans(),
        new GitHubIgnoreProposals(github, container::deployed),
        new GitHubPermissions(github),
        service.stacks(),
        service.audit(),
        new FaceReplies(new GitHubReplies(github), service.slack(), service.receipts()),
        clock);
  }

  private Webhook.Keys keys(String secret) {
    return new Webhook.Keys() {
      @Override
      public List<String> webhook() throws SettingsException {
        return container.secrets().accepted(secret);
      }

      @Override
      public MarkerKey marker() throws SettingsException {
        return new MarkerKey(container.deploymentKey().getBytes(UTF_8));
      }
    };
  }
}
