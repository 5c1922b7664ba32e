package dev.plumbline.functions.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.plumbline.functions.metrics.EmbeddedMetrics;

/**
 * Makes each line of the log one JSON object: time, level, logger, message, what failed, and under
 * {@code mdc} the scan, the stack and the request. In code, because reading XML would cost each
 * start a tenth of a second.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class JsonLogs extends ContextAwareBase implements Configurator {

  /** Found by logback. */
  public JsonLogs() {}

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(console(log, json(log)));
    // At lower levels the SDK prints requests and the parts of signatures.
    log.getLogger("software.amazon.awssdk").setLevel(Level.INFO);
    var metrics = log.getLogger(EmbeddedMetrics.LOGGER);
    metrics.setAdditive(false);
    metrics.addAppender(console(log, plain(log)));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext log) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(log);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithThreadName(false);
    encoder.setWithContext(false);
    encoder.setWithArguments(false);
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    return encoder;
  }

  /** CloudWatch makes metrics of a line that is nothing but their document. */
  private static Encoder<ILoggingEvent> plain(LoggerContext log) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(log);
    encoder.setPattern("%msg%n");
    return encoder;
  }

  private static Appender<ILoggingEvent> console(LoggerContext log, Encoder<ILoggingEvent> as) {
    as.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(log);
    console.setEncoder(as);
    console.start();
    return console;
  }
}
