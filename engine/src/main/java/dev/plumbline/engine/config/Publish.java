package dev.plumbline.engine.config;

import dev.plumbline.engine.ignore.Glob;
import java.util.List;
import java.util.Optional;

/**
 * Where reports go; empty for where they do not.
 *
 * @param github one issue per stack
 * @param sns the ARN of the topic that is told when drift changes
 * @param slack a channel
 */
public record Publish(Optional<GitHub> github, Optional<String> sns, Optional<Slack> slack) {

  /** Reports are only returned. */
  public static final Publish NOWHERE =
      new Publish(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Issues on GitHub.
   *
   * @param repository {@code owner/name}
   * @param labels put on every issue
   * @param maxNewIssuesPerRun how many issues one run opens at most; the rest go into a summary
   * @param baseUrl the API's address where it is GitHub Enterprise
   * @param tokenSecret the name or ARN of the secret that holds a token
   * @param app the GitHub App to be instead of a token's user
   * @param owners who is mentioned where something of theirs drifted
   */
  public record GitHub(
      String repository,
      List<String> labels,
      int maxNewIssuesPerRun,
      Optional<String> baseUrl,
      Optional<String> tokenSecret,
      Optional<App> app,
      List<Owner> owners) {

    /** Where the configuration sets no other limit. */
    public static final int MAX_NEW_ISSUES = 20;

    public GitHub {
      labels = List.copyOf(labels);
      owners = List.copyOf(owners);
    }

    /** Issues that mention nobody. */
    public GitHub(
        String repository,
        List<String> labels,
        int maxNewIssuesPerRun,
        Optional<String> baseUrl,
        Optional<String> tokenSecret,
        Optional<App> app) {
      this(repository, labels, maxNewIssuesPerRun, baseUrl, tokenSecret, app, List.of());
    }
  }

  /**
   * Whose some resources are.
   *
   * @param address which
   * @param mention a user or team as GitHub mentions them, such as {@code @acme/platform}
   */
  public record Owner(Glob address, String mention) {}

  /**
   * A GitHub App.
   *
   * @param id its app id
   * @param installation its installation's id
   * @param privateKeySecret the name or ARN of the secret that holds its private key
   */
  public record App(String id, String installation, String privateKeySecret) {}

  /**
   * A Slack channel.
   *
   * @param channel its name with {@code #}, or its id
   * @param tokenSecret the name or ARN of the secret that holds the app's bot token
   */
  public record Slack(String channel, Optional<String> tokenSecret) {}
}
