package dev.plumbline.wiring.doctor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * GitHub's webhook can be reached and refuses what nobody signed. What is sent has no signature, so
 * that nothing comes of it.
 */
record WebhookCheck(Optional<URI> address) implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REFUSED = 401;

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Outcome look() throws IOException {
    if (address.isEmpty()) {
      return new Outcome.Skipped(
          "No address is named: --webhook takes the deployment's output WebhookUrl.");
    }
    try {
      int status = ask(address.get());
      return status == REFUSED
          ? new Outcome.Ok("%s is there and refuses what is not signed.".formatted(address.get()))
          : new Outcome.Failed(List.of(odd(status)));
    } catch (InterruptedIOException interrupted) {
      throw interrupted;
    } catch (IOException unreached) {
      return new Outcome.Failed(
          List.of(
              fault(
                  "could not be reached: " + unreached.getClass().getSimpleName(),
                  "Check the address, and that the network lets you out.")));
    }
  }

  private static int ask(URI address) throws IOException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest unsigned =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("content-type", "application/json")
              .header("x-github-event", "ping")
              .POST(BodyPublishers.ofString("{}"))
              .build();
      return client.send(unsigned, BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the webhook was asked");
    }
  }

  private Fault odd(int status) {
    return status >= 200 && status < 300
        ? fault(
            "answered %d to what nobody signed".formatted(status),
            "Take it down: it is not this service's, or not its current version.")
        : fault(
            "answered %d where it refuses with 401".formatted(status),
            "Take the deployment's output WebhookUrl, and look at the log of WebhookFunction.");
  }

  private Fault fault(String what, String action) {
    return new Fault(
        "The webhook %s %s.".formatted(address.map(URI::toString).orElse(""), what),
        "Comments on issues may do nothing.",
        action);
  }
}
