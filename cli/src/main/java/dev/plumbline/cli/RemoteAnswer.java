package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cli.remote.RemoteException;
import dev.plumbline.cli.remote.RemoteRemediation;
import dev.plumbline.publish.escape.Plain;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Shows what became of a request, and of the remediation that it is about. */
final class RemoteAnswer {

  private RemoteAnswer() {}

  /**
   * Waits and prints.
   *
   * @param request as the service answered it
   * @param remediation its id, "" where the request tells it, if there is any
   * @return the exit code: 1 where it was refused or came to nothing
   */
  static int show(
      JsonNode request, String remediation, RemoteRemediation service, CommandLine command)
      throws UserException, RemoteException {
    String text = request.path("text").asText();
    String status = request.path("status").asText();
    if (status.equals("refused") || status.equals("failed")) {
      throw new UserException(
          "The service %s it: %s"
              .formatted(status.equals("refused") ? "refused" : "could not do", plain(text)));
    }
    PrintWriter out = command.getOut();
    RemediationText.lines(text, out);
    String id = remediation.isEmpty() ? request.path("remediation").asText("") : remediation;
    return id.isEmpty() ? 0 : RemediationText.print(service.settled(id), out);
  }

  private static String plain(String text) {
    return Plain.line(text.strip());
  }
}
