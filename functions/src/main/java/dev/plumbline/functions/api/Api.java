package dev.plumbline.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.publish.escape.Plain;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests as {@code openapi.yaml} says. Thread-safe. */
public final class Api {

  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private final List<Route> routes;

  public Api(Ports ports) {
    Once once = new Once(ports);
    ScanRoutes scans = new ScanRoutes(ports, once);
    StackRoutes stacks = new StackRoutes(ports);
    RemediationRoutes remediations = new RemediationRoutes(ports, once);
    RequestRoutes requests = new RequestRoutes(ports);
    // Of those that fit, the first counts: what ends in a word of its own before what takes the
    // rest.
    this.routes =
        List.of(
            Route.at("/v1/health", Map.of("GET", stacks::health)),
            Route.at("/v1/scans", Map.of("POST", scans::start)),
            Route.at("/v1/scans/{id}", Map.of("GET", scans::show)),
            Route.at("/v1/scans/{id}/report", Map.of("GET", scans::report)),
            Route.at("/v1/requests/{id}", Map.of("GET", requests::show)),
            Route.at("/v1/remediations/{id}", Map.of("GET", remediations::show)),
            Route.at("/v1/remediations/{id}/approval", Map.of("POST", remediations::approve)),
            Route.at("/v1/remediations/{id}/rejection", Map.of("POST", remediations::reject)),
            Route.at("/v1/stacks", Map.of("GET", stacks::list)),
            Route.at("/v1/stacks/{stack}/drift", Map.of("GET", stacks::drift)),
            Route.at("/v1/stacks/{stack}/history", Map.of("GET", stacks::history)),
            Route.at("/v1/stacks/{stack}/audit", Map.of("GET", stacks::audit)),
            Route.at(
                "/v1/stacks/{stack}/remediations",
                Map.of("GET", remediations::list, "POST", remediations::request)),
            Route.at("/v1/stacks/{stack}", Map.of("GET", stacks::show)));
  }

  /**
   * Answers an event of payload format 2.0.
   *
   * @return what the gateway is to answer
   */
  public JsonNode answer(JsonNode event) {
    Response response;
    try {
      response = answer(GatewayEvent.read(event));
    } catch (ProblemException e) {
      response = e.problem().response();
    } catch (IOException e) {
      LOG.error(
          "A request could not be carried out: {}",
          Plain.line(String.valueOf(e.getMessage()), 500));
      response = Problems.unavailable().response();
    }
    boolean head = GatewayEvent.method(event).equals("HEAD");
    return (head ? response.withoutBody() : response).payload();
  }

  private Response answer(Request request) throws IOException, ProblemException {
    if (request.signer().isEmpty()) {
      throw Problems.noSigner();
    }
    for (Route route : routes) {
      Optional<String> variable = route.match(request.path());
      if (variable.isPresent()) {
        return route.answer(request, variable.get());
      }
    }
    throw Problems.noRoute();
  }
}
