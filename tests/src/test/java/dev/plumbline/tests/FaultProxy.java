package dev.plumbline.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before an emulated account, counts the calls by {@code service:Operation}, and answers
 * some of them with faults in the service's own error format. Safe for many threads.
 */
public final class FaultProxy implements AutoCloseable {

  /** What the client here or the server sets by itself. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final URI target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final ConcurrentSkipListMap<String, Integer> calls = new ConcurrentSkipListMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile List<Fault> faults = List.of();
  private volatile Duration latency = Duration.ZERO;

  private FaultProxy(URI target, HttpServer server) {
    this.target = target;
    this.server = server;
  }

  /** A proxy before this endpoint, without faults, on a free loopback port. */
  public static FaultProxy before(URI target) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
      FaultProxy proxy = new FaultProxy(target, server);
      server.setExecutor(proxy.threads);
      server.createContext("/", proxy::handle);
      server.start();
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From here on these faults happen and no others; the first that fits decides. */
  public void inject(Fault... these) {
    faults = List.of(these);
  }

  /** From here on each call takes this much longer. */
  public void slowBy(Duration each) {
    latency = each;
  }

  /** How often each operation was called, failed calls and retries included. */
  public SortedMap<String, Integer> calls() {
    return new TreeMap<>(calls);
  }

  /** How many calls there were in all. */
  public int total() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Counts from nought, and injects nothing. */
  public void reset() {
    calls.clear();
    faults = List.of();
    latency = Duration.ZERO;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Call call =
          Call.of(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              body);
      calls.merge(call.toString(), 1, Integer::sum);
      Thread.sleep(latency);
      Optional<Fault> fault = faults.stream().filter(each -> each.hits(call)).findFirst();
      if (fault.isPresent()) {
        fail(exchange, fault.get().kind(), call);
      } else {
        forward(exchange, body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(HttpExchange exchange, Fault.Kind kind, Call call)
      throws IOException, InterruptedException {
    switch (kind) {
      case TIMEOUT -> closed.await();
      case RESET -> exchange.close();
      case DENIED, THROTTLED, UNAVAILABLE, EXPIRED, INTERNAL -> {
        FaultAnswer answer = FaultAnswer.of(kind, call);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.code());
        reply(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().entrySet().stream()
        .filter(header -> !OWN.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .forEach(
            header -> header.getValue().forEach(value -> request.header(header.getKey(), value)));
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    answer.headers().map().entrySet().stream()
        .filter(header -> isPassedOn(header.getKey(), exchange))
        .forEach(header -> exchange.getResponseHeaders().put(header.getKey(), header.getValue()));
    reply(exchange, answer.statusCode(), answer.body());
  }

  /** The length of what a HEAD would have answered is an answer in itself. */
  private static boolean isPassedOn(String header, HttpExchange exchange) {
    String name = header.toLowerCase(Locale.ROOT);
    return !OWN.contains(name) || (isHead(exchange) && name.equals("content-length"));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean empty = body.length == 0 || isHead(exchange);
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean isHead(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("HEAD");
  }
}
