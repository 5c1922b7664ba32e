package dev.plumbline.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.publish.render.JsonReport;
import dev.plumbline.publish.render.ReportFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deployed service, over its HTTP API. Thread-safe. */
public final class Service {

  private static final int REDIRECT = 302;
  private static final int ERRORS = 300;

  /** For a large report on a slow line. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final JsonMapper JSON = new JsonMapper();

  private final URI address;
  private final Exchange exchange;

  /**
   * @param address where its API begins, such as {@code
   *     https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com}
   * @throws RemoteException where that is no address that may be asked
   */
  public Service(String address, Signing signing, Pause pause) throws RemoteException {
    this(address, signing, pause, LONGEST);
  }

  Service(String address, Signing signing, Pause pause, Duration longest) throws RemoteException {
    this.address = checked(address);
    this.exchange = new Exchange(signing, pause, longest);
  }

  /** Credentials are not sent, but what is signed and what is answered is nobody else's. */
  private static URI checked(String address) throws RemoteException {
    URI uri;
    try {
      uri = URI.create(address.replaceFirst("/+$", ""));
    } catch (IllegalArgumentException wrong) {
      throw noAddress(address, wrong);
    }
    if (uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawUserInfo() != null
        || !safe(uri)) {
      throw noAddress(address, null);
    }
    return uri;
  }

  private static boolean safe(URI uri) {
    boolean here = List.of("localhost", "127.0.0.1").contains(String.valueOf(uri.getHost()));
    return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here);
  }

  private static RemoteException noAddress(String address, @Nullable Throwable cause) {
    String message =
        "%s is no address of a service: write --remote https://HOST."
            .formatted(Plain.quoted(address, 200));
    return cause == null ? new RemoteException(message) : new RemoteException(message, cause);
  }

  /** A text as one segment of a path. */
  public static String segment(String text) {
    String once = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    // The gateway decodes once, drops what follows a question mark and cannot tell an escape from a
    // text like one.
    boolean twice = text.contains("?") || text.matches(".*%[0-9A-Fa-f]{2}.*");
    return twice ? once.replace("%", "%25") : once;
  }

  public JsonNode get(String path) throws RemoteException {
    return json(exchange.signed("GET", at(path), Map.of(), new byte[0]));
  }

  /** Asks for something, once however often the request has to be repeated. */
  public JsonNode post(String path, ObjectNode body) throws RemoteException {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString());
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return json(exchange.signed("POST", at(path), headers, bytes));
  }

  /**
   * All items of a list, page by page.
   *
   * @param path with or without a query
   */
  public List<JsonNode> all(String path) throws RemoteException {
    List<JsonNode> items = new ArrayList<>();
    String next = path;
    while (true) {
      JsonNode page = get(next);
      page.path("items").forEach(items::add);
      String cursor = page.path("nextCursor").asText("");
      if (cursor.isEmpty()) {
        return items;
      }
      next = path + (path.contains("?") ? "&" : "?") + "cursor=" + segment(cursor);
    }
  }

  /** The report of a scan that is done. */
  public Report report(String scan) throws RemoteException {
    HttpResponse<byte[]> answer =
        exchange.signed(
            "GET", at("/v1/scans/%s/report".formatted(segment(scan))), Map.of(), new byte[0]);
    if (answer.statusCode() == REDIRECT) {
      answer = exchange.unsigned(link(answer));
    }
    if (answer.statusCode() >= ERRORS) {
      throw Refusal.of(answer);
    }
    try (InputStream in = new ByteArrayInputStream(answer.body())) {
      return JsonReport.read(in);
    } catch (ReportFormatException wrong) {
      throw new RemoteException("The service's report: " + wrong.getMessage(), wrong);
    } catch (IOException broken) {
      throw new RemoteException("The service's report is no JSON: try again.", broken);
    }
  }

  private static URI link(HttpResponse<?> answer) throws RemoteException {
    String link = answer.headers().firstValue("location").orElse("");
    URI uri = checkedLink(link);
    if (!safe(uri)) {
      throw new RemoteException("The service sent the report's reader to an address without TLS.");
    }
    return uri;
  }

  private static URI checkedLink(String link) throws RemoteException {
    try {
      return URI.create(link);
    } catch (IllegalArgumentException wrong) {
      throw new RemoteException("The service's link to the report cannot be read.", wrong);
    }
  }

  private URI at(String path) {
    return URI.create(address + path);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws RemoteException {
    if (answer.statusCode() >= ERRORS) {
      throw Refusal.of(answer);
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException wrong) {
      throw new RemoteException(
          "The service's answer is no JSON: is the address that of its API?", wrong);
    }
  }
}
