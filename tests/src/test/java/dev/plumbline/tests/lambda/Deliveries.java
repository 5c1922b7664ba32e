package dev.plumbline.tests.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as the services around the functions make them. */
final class Deliveries {

  private static final JsonMapper JSON = new JsonMapper();

  private Deliveries() {}

  /** What the HTTP API hands on when GitHub delivers a comment on issue 41, written just now. */
  static String comment(GitHubStandIn github, int id, String login, String text)
      throws GeneralSecurityException, IOException {
    ObjectNode delivery = JSON.createObjectNode().put("action", "created");
    ObjectNode issue = delivery.putObject("issue").put("number", 41);
    issue.put("body", github.body()).putObject("user").put("login", GitHubStandIn.LOGIN);
    ObjectNode comment = delivery.putObject("comment").put("id", id).put("body", text);
    comment.put("issue_url", github.url() + "/repos/acme/infra/issues/41");
    comment.put("created_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    comment.putObject("user").put("login", login).put("type", "User");
    delivery.putObject("repository").put("full_name", "acme/infra");
    delivery.putObject("sender").put("login", login).put("type", "User");
    String body = delivery.toString();
    ObjectNode event = request("POST", "/github", body);
    event
        .withObject("/headers")
        .put("content-type", "application/json")
        .put("x-github-event", "issue_comment")
        .put("x-hub-signature-256", "sha256=" + signature(body));
    return event.toString();
  }

  /** An unsigned request of Slack's form. */
  static String slash(String command) {
    return request("POST", "/slack", "command=%2Fdrift&text=" + command).toString();
  }

  /** A request to the API, signed by a role of the account. */
  static String get(String path) {
    ObjectNode event = request("GET", path, "");
    event
        .withObject("/requestContext/authorizer/iam")
        .put("userArn", "arn:aws:sts::123456789012:assumed-role/deploy/ci")
        .put("userId", "AROADEPLOY:ci")
        .put("accountId", "123456789012");
    return event.toString();
  }

  /**
   * What SQS hands a function.
   *
   * @param receives how often it handed it out, this time included
   */
  static String batch(List<String> bodies, int receives) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (String body : bodies) {
      ObjectNode message = records.addObject().put("messageId", "m" + records.size());
      message.put("body", body).put("eventSource", "aws:sqs");
      message.putObject("attributes").put("ApproximateReceiveCount", Integer.toString(receives));
    }
    return event.toString();
  }

  private static ObjectNode request(String method, String path, String body) {
    ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", path).put("rawQueryString", "").put("body", body);
    event.put("isBase64Encoded", false).putObject("headers");
    event
        .putObject("requestContext")
        .put("accountId", "123456789012")
        .putObject("http")
        .put("method", method)
        .put("path", path);
    return event;
  }

  private static String signature(String body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(DeployedService.WEBHOOK_SECRET.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }
}
