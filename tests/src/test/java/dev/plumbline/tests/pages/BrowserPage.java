package dev.plumbline.tests.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One page of a browser. Used by one thread. */
final class BrowserPage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DevTools tools;
  private final String target;
  private final String session;

  private BrowserPage(DevTools tools, String target, String session) {
    this.tools = tools;
    this.target = target;
    this.session = session;
  }

  static BrowserPage open(DevTools tools) {
    String target =
        tools
            .ask("", "Target.createTarget", Map.of("url", "about:blank"))
            .path("targetId")
            .asText();
    String session =
        tools
            .ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    BrowserPage page = new BrowserPage(tools, target, session);
    List.of("Page", "Runtime", "Network", "Log").forEach(part -> page.ask(part + ".enable"));
    return page;
  }

  private JsonNode ask(String method) {
    return tools.ask(session, method, Map.of());
  }

  void show(URI address) throws InterruptedException {
    tools.forgetEvents();
    tools.ask(session, "Page.navigate", Map.of("url", address.toString()));
    Instant end = Instant.now().plus(PATIENCE);
    while (tools.events("Page.loadEventFired").isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(address + " did not load");
      }
      Thread.sleep(20);
    }
  }

  /** How the page looks: {@code light} or {@code dark}, and how wide the window is. */
  void look(String theme, int width) {
    tools.ask(
        session,
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    tools.ask(
        session,
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void withoutScripts() {
    tools.ask(session, "Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  /** The value of an expression; a promise's when it has one. */
  JsonNode value(String expression) {
    JsonNode answer =
        tools.ask(
            session,
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.get("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** Waits until an expression is true. */
  void await(String expression) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!value(expression).asBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("never came true: " + expression);
      }
      Thread.sleep(20);
    }
  }

  void type(String text) {
    tools.ask(session, "Input.insertText", Map.of("text", text));
  }

  void press(String key, int code) {
    for (String kind : List.of("keyDown", "keyUp")) {
      tools.ask(
          session,
          "Input.dispatchKeyEvent",
          Map.of("type", kind, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  /** The whole page, as high as it is. */
  void screenshot(Path file) throws IOException {
    // A page that is behind another is not drawn.
    ask("Page.bringToFront");
    String png =
        tools
            .ask(
                session,
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true))
            .path("data")
            .asText();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(png));
  }

  List<JsonNode> events(String name) {
    return tools.events(name);
  }

  /** The addresses that the page asked for. */
  List<String> requests() {
    return events("Network.requestWillBeSent").stream()
        .map(event -> event.path("request").path("url").asText())
        .toList();
  }

  @Override
  public void close() {
    tools.ask("", "Target.closeTarget", Map.of("targetId", target));
    tools.close();
  }
}
