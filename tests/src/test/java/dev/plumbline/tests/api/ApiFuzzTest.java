package dev.plumbline.tests.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.functions.api.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd requests: whatever comes, the answer is the client's fault or right, never an accident. */
final class ApiFuzzTest {

  private static final int REQUESTS = 500;

  private static final List<String> PIECES =
      List.of(
          "v1",
          "stacks",
          "scans",
          "remediations",
          "requests",
          "health",
          "drift",
          "audit",
          "report",
          "approval",
          "rejection",
          "history",
          "net/prod",
          "scan-done",
          "k3v9q2m7xa",
          "..",
          ".",
          "",
          "%",
          "%zz",
          "%2F",
          "a".repeat(3_000),
          "\u0000",
          "\u202e",
          "😀",
          "\ud800",
          "{stack}",
          "$(id)",
          "' OR 1=1",
          "<script>",
          "\r\nx: y",
          "null",
          "-1",
          "1".repeat(40),
          "true",
          "false",
          "nextCursor",
          "eJwrSS0uAQAEXQHB",
          "@here",
          "=",
          "&",
          ";",
          "?",
          "#",
          "+");

  private static final List<String> BODIES =
      List.of(
          "{}",
          "[]",
          "",
          "{",
          "\"\"",
          "0",
          "1e999",
          "[".repeat(2_000),
          "{\"a\":".repeat(1_500),
          "{\"stacks\":[null]}",
          "{\"stacks\":{}}",
          "{\"answer\":1}",
          "{\"answer\":\"revert\"}",
          "{\"planToken\":\"k3v9q2m7xa-0f1e2d3c4b5a\"}",
          "{\"planToken\":[]}",
          "{\"because\":\"\\u0000\"}",
          "{\"stacks\":[\"\\ud800\"]}",
          "\u0000",
          "{\"unmanaged\":true}",
          "{\"addresses\":[\"a\"]}");

  private static final List<String> THERE = List.of("net/prod", "scan-done", "k3v9q2m7xa");

  private final Document document = new Document();
  private final List<String> paths =
      document.operations().stream().map(Document.Declared::path).distinct().toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void no_request_makes_the_api_fail(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Api api = new Api(Samples.store().ports());
    Set<Integer> seen = new TreeSet<>();
    for (int i = 0; i < REQUESTS; i++) {
      ObjectNode event = event(random);
      Gateway.Answer answer = Gateway.Answer.of(api.answer(event));
      assertThat(answer.status()).as("seed %d, %s", seed, event).isBetween(200, 499);
      seen.add(answer.status());
      if (answer.status() >= 400 && answer.body().length > 0) {
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        document.declares(
            Call.get("/v1/scans/x"), new Gateway.Answer(404, answer.headers(), answer.body()));
      }
    }
    assertThat(seen).as("the requests get everywhere").contains(200, 204, 400, 404, 405, 415);
  }

  private ObjectNode event(RandomGenerator random) {
    String path = path(random);
    Map<String, String> headers = new LinkedHashMap<>();
    if (random.nextInt(8) > 0) {
      headers.put("Content-Type", random.nextInt(6) > 0 ? "application/json" : one(random, PIECES));
    }
    if (random.nextInt(8) > 0) {
      headers.put(
          "Idempotency-Key", random.nextBoolean() ? "k" + random.nextInt() : one(random, PIECES));
    }
    ObjectNode event =
        Gateway.event(
            one(
                random,
                List.of("GET", "GET", "POST", "POST", "POST", "HEAD", "OPTIONS", "PUT", "\u0000")),
            "/",
            headers,
            one(random, BODIES).getBytes(UTF_8),
            one(random, List.of(Gateway.ANA, Gateway.ANA, Gateway.ROBOT, "arn:", "x:y")));
    event.put("rawPath", path);
    event.put("rawQueryString", query(random));
    switch (random.nextInt(12)) {
      case 0 -> event.put("body", "%%% no base64");
      case 1 -> event.put("body", "/////w==");
      case 2 -> event.remove("headers");
      case 3 -> event.remove("body");
      default -> {}
    }
    return event;
  }

  /** Half of them are the document's, with something odd in the place of the variable. */
  private String path(RandomGenerator random) {
    if (random.nextBoolean()) {
      String variable = random.nextBoolean() ? one(random, PIECES) : one(random, THERE);
      return one(random, paths).replaceFirst("\\{\\w+}", Matcher.quoteReplacement(variable));
    }
    StringBuilder path = new StringBuilder(random.nextInt(4) == 0 ? "" : "/v1");
    for (int i = random.nextInt(5); i >= 0; i--) {
      path.append('/').append(one(random, PIECES));
    }
    return path.toString();
  }

  private static String query(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> one(random, PIECES) + "=" + one(random, PIECES);
      case 1 -> "limit=" + one(random, PIECES);
      case 2 -> "cursor=" + one(random, PIECES) + "&drifted=" + one(random, PIECES);
      default -> "";
    };
  }

  private static String one(RandomGenerator random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
