package dev.plumbline.tests.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lambda's Runtime API of 2018-06-01 on a loopback port: hands events to one runtime client, takes
 * its answers. Thread-safe.
 */
final class RuntimeApi implements AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:plumbline";

  private final HttpServer server;
  private final BlockingQueue<Pending> events = new LinkedBlockingQueue<>();
  private final Map<String, Pending> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Instant> initialised = new CompletableFuture<>();
  private final CompletableFuture<Instant> restored = new CompletableFuture<>();

  RuntimeApi() throws IOException {
    // Without it each answer waits for an acknowledgement, some 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT, this::serve);
    server.start();
  }

  /**
   * An invocation's end.
   *
   * @param failed whether the function threw
   * @param body its answer, or the error as the runtime client reports it
   */
  record Answer(boolean failed, String body, Duration took) {}

  private record Pending(
      String id, String event, Duration timeout, CompletableFuture<Answer> answer, Instant since) {}

  /** As {@code AWS_LAMBDA_RUNTIME_API} takes it. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until the function is built and asks for its first event. */
  Instant initialised(Duration patience) throws InterruptedException, TimeoutException {
    return done(initialised, patience);
  }

  /** Waits until the function is ready for its snapshot to be taken, where it starts from one. */
  Instant restored(Duration patience) throws InterruptedException, TimeoutException {
    return done(restored, patience);
  }

  /** Invokes the function and waits for its end, a little longer than its timeout. */
  Answer invoke(String event, Duration timeout) throws InterruptedException, TimeoutException {
    Pending invocation =
        new Pending(
            UUID.randomUUID().toString(), event, timeout, new CompletableFuture<>(), Instant.now());
    running.put(invocation.id(), invocation);
    events.add(invocation);
    return done(invocation.answer(), timeout.plusSeconds(10));
  }

  private static <T> T done(CompletableFuture<T> future, Duration patience)
      throws InterruptedException, TimeoutException {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(ROOT.length());
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String[] parts = path.split("/");
    switch (parts[parts.length - 1]) {
      case "next" -> {
        if (parts[0].equals("restore")) {
          // The snapshot is taken here, and here the next container goes on.
          restored.complete(Instant.now());
          answer(exchange, 200, "{}");
        } else {
          next(exchange);
        }
      }
      case "response" -> finish(exchange, parts[1], false, body);
      case "error" -> {
        if (parts[0].equals("init")) {
          IllegalStateException failed = new IllegalStateException(body);
          initialised.completeExceptionally(failed);
          restored.completeExceptionally(failed);
          for (String id : running.keySet()) {
            end(id, true, body);
          }
          answer(exchange, 202, "{}");
        } else {
          finish(exchange, parts[1], true, body);
        }
      }
      default -> answer(exchange, 404, "{}");
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    initialised.complete(Instant.now());
    try {
      Pending event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.add("Lambda-Runtime-Aws-Request-Id", event.id());
      headers.add("Lambda-Runtime-Invoked-Function-Arn", ARN);
      headers.add(
          "Lambda-Runtime-Deadline-Ms",
          Long.toString(Instant.now().plus(event.timeout()).toEpochMilli()));
      answer(exchange, 200, event.event());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(HttpExchange exchange, String id, boolean failed, String body)
      throws IOException {
    end(id, failed, body);
    answer(exchange, 202, "{}");
  }

  private void end(String id, boolean failed, String body) {
    Pending invocation = running.remove(id);
    if (invocation != null) {
      Duration took = Duration.between(invocation.since(), Instant.now());
      invocation.answer().complete(new Answer(failed, body, took));
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
