package dev.plumbline.remediation;

/** Where a request came from, and where its answer goes. */
public sealed interface Origin {

  /**
   * A comment on an issue.
   *
   * @param repository {@code owner/name}
   */
  record Comment(String repository, int issue, long comment) implements Origin {}

  /**
   * Slack.
   *
   * @param channel the channel's id
   * @param responseUrl where Slack takes late answers, "" where it gave none
   */
  record Slack(String channel, String responseUrl) implements Origin {}

  /**
   * The HTTP API.
   *
   * @param request the receipt under which the answer is looked for, "" where there is none
   */
  record Api(String request) implements Origin {

    /** Without a receipt. */
    public Api() {
      this("");
    }
  }

  /** The command line. */
  record Terminal() implements Origin {}

  /** A policy of the configuration, without anybody asking. */
  record Policy() implements Origin {}
}
