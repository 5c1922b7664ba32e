package dev.plumbline.wiring.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for every AWS endpoint on the loopback interface, and answers that there is nothing, in
 * the form in which the service would.
 */
final class EmptyCloud implements AutoCloseable {

  static final String ACCOUNT = "123456789012";

  private static final Pattern SERVICE = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");
  private static final String XML =
      "<Response><GetCallerIdentityResult><Account>123456789012</Account>"
          + "</GetCallerIdentityResult></Response>";
  private static final String JSON = "{}";

  /** A map without entries; its one byte is the same in Latin-1. */
  private static final String CBOR = "\u00a0";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  EmptyCloud() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", EmptyCloud::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream request = exchange.getRequestBody()) {
      request.readAllBytes();
      boolean cbor = exchange.getRequestHeaders().containsKey("Smithy-protocol");
      if (cbor) {
        exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
      }
      byte[] body = (cbor ? CBOR : json(exchange) ? JSON : XML).getBytes(ISO_8859_1);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(200, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static boolean json(HttpExchange exchange) {
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    Matcher service =
        SERVICE.matcher(
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse(""));
    return type.contains("json")
        || (!type.contains("urlencoded")
            && service.find()
            && !service.group(1).matches("s3|route53|cloudfront"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
