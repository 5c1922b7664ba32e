package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.functions.ApiFunction;
import dev.plumbline.functions.api.Api;
import dev.plumbline.functions.api.Ports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The deployed API on this machine: a server that does as the gateway does, and the function. */
final class ServiceStandIn implements AutoCloseable {

  private static final com.fasterxml.jackson.databind.json.JsonMapper JSON =
      new com.fasterxml.jackson.databind.json.JsonMapper();

  private final HttpServer server;
  private final ApiFunction function;

  /** Requests as they came, method and target. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  /** Keys as they came. */
  final List<String> keys = Collections.synchronizedList(new ArrayList<>());

  /** Statuses that the gateway answers with before it asks the function; 0 drops the line. */
  final Deque<Integer> troubles = new ArrayDeque<>();

  /** What is found without a signature, by its path. */
  final Map<String, String> objects = new TreeMap<>();

  ServiceStandIn(FakeStore store) throws IOException {
    this(store.ports());
  }

  ServiceStandIn(Ports ports) throws IOException {
    function = new ApiFunction(new Api(ports));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    requests.add(exchange.getRequestMethod() + " " + target);
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(",", values)));
    keys.add(headers.getOrDefault("Idempotency-key", ""));
    Integer trouble = troubles.poll();
    if (trouble != null && trouble == 0) {
      exchange.close();
    } else if (trouble != null) {
      answer(
          exchange, trouble, Map.of("retry-after", "0"), "{\"message\":\"busy\"}".getBytes(UTF_8));
    } else if (objects.containsKey(exchange.getRequestURI().getPath())) {
      boolean signed = headers.containsKey("Authorization");
      answer(
          exchange,
          signed ? 400 : 200,
          Map.of(),
          objects.get(exchange.getRequestURI().getPath()).getBytes(UTF_8));
    } else if (!Signature.holds(exchange.getRequestMethod(), address() + target, headers, body)) {
      answer(exchange, 403, Map.of(), "{\"message\":\"Forbidden\"}".getBytes(UTF_8));
    } else {
      Gateway.Answer answer = ask(exchange.getRequestMethod(), target, headers, body);
      answer(exchange, answer.status(), answer.headers(), answer.body());
    }
  }

  private Gateway.Answer ask(
      String method, String target, Map<String, String> headers, byte[] body) {
    var out = new ByteArrayOutputStream();
    try {
      byte[] event =
          JSON.writeValueAsBytes(Gateway.event(method, target, headers, body, Gateway.ANA));
      function.handleRequest(new ByteArrayInputStream(event), out, null);
      return Gateway.Answer.of(JSON.readTree(out.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
