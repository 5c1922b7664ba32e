package dev.plumbline.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Turns a refusal, the service's own or its gateway's, into a message. */
final class Refusal {

  private static final int SHOWN = 500;
  private static final int FORBIDDEN = 403;
  private static final int BUSY = 429;

  private Refusal() {}

  static RemoteException of(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    JsonNode problem = read(answer);
    String title = problem.path("title").asText("");
    if (!title.isEmpty()) {
      return new RemoteException(
          Plain.line(
              "%s: %s. %s"
                  .formatted(
                      title, problem.path("detail").asText(), problem.path("action").asText()),
              SHOWN * 2));
    }
    String said = Plain.line(problem.path("message").asText("no more was said"), SHOWN);
    return new RemoteException(
        "The service answered %d: %s. %s".formatted(status, said, advice(status)));
  }

  private static String advice(int status) {
    return switch (status) {
      case FORBIDDEN -> "Allow execute-api:Invoke on its routes to these credentials.";
      case BUSY -> "It is busy: try again later.";
      default -> "Check the address; the service's log may say more.";
    };
  }

  private static JsonNode read(HttpResponse<byte[]> answer) {
    try {
      JsonNode read = new JsonMapper().readTree(answer.body());
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }
}
