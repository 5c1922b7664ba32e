package dev.plumbline.functions.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.engine.LoggedThreads;
import dev.plumbline.functions.metrics.EmbeddedMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class JsonLogsTest {

  @Test
  void the_functions_log_is_configured_by_it_and_by_nothing_else() {
    assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(LoggerContext.class);
    assertThat(
            ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(EmbeddedMetrics.LOGGER)
                .isAdditive())
        .isFalse();
  }

  @Test
  void a_line_is_one_object_with_the_scan_and_the_stack_whatever_is_in_it() throws Exception {
    JsonNode line =
        json(
            printed(
                log -> {
                  try (var _ = MDC.putCloseable(LoggedThreads.SCAN, "scan-1");
                      var _ = MDC.putCloseable(LoggedThreads.STACK, "shop\"}\n")) {
                    log.getLogger("x").warn("a \"name\"\nand {}", "more");
                  }
                }));

    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("formattedMessage").asText()).isEqualTo("a \"name\"\nand more");
    assertThat(line.at("/mdc/scanId").asText()).isEqualTo("scan-1");
    assertThat(line.at("/mdc/stack").asText()).isEqualTo("shop\"}\n");
  }

  @Test
  void a_thread_that_is_started_for_a_scan_says_so_too() throws Exception {
    String text =
        printed(
            log -> {
              try (var _ = MDC.putCloseable(LoggedThreads.SCAN, "scan-2");
                  ExecutorService threads = LoggedThreads.perTask()) {
                threads.submit(() -> log.getLogger("x").info("read"));
              }
            });

    assertThat(json(text).at("/mdc/scanId").asText()).isEqualTo("scan-2");
  }

  @Test
  void figures_are_printed_as_they_are_and_once() throws Exception {
    assertThat(printed(log -> log.getLogger(EmbeddedMetrics.LOGGER).info("{\"_aws\":{}}")))
        .isEqualTo("{\"_aws\":{}}" + System.lineSeparator());
  }

  @Test
  void what_the_sdk_says_of_its_requests_is_not_printed() throws Exception {
    assertThat(
            printed(
                log -> log.getLogger("software.amazon.awssdk.request").debug("authorization: …")))
        .isEmpty();
  }

  private interface Logging {
    void by(LoggerContext log);
  }

  /** What goes to standard output by a log that is configured as the functions' is. */
  private static String printed(Logging logging) throws IOException {
    PrintStream real = System.out;
    var printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
      System.setOut(out);
      LoggerContext log = new LoggerContext();
      log.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
      new JsonLogs().configure(log);
      logging.by(log);
      log.stop();
    } finally {
      System.setOut(real);
    }
    return printed.toString(UTF_8);
  }

  private static JsonNode json(String text) throws IOException {
    assertThat(text.strip()).doesNotContain("\n");
    return new JsonMapper().readTree(text);
  }
}
