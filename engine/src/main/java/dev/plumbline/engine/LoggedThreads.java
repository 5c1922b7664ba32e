package dev.plumbline.engine;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.MDC;

/**
 * Virtual threads whose lines in the log say what those of the thread that started them say: the
 * scan, and the stack.
 */
public final class LoggedThreads {

  /** Under which a line says what scan it is of. */
  public static final String SCAN = "scanId";

  /** Under which a line says what stack it is of. */
  public static final String STACK = "stack";

  private LoggedThreads() {}

  /** A thread for each task. */
  public static ExecutorService perTask() {
    return Executors.newThreadPerTaskExecutor(
        task -> {
          Map<String, String> said = MDC.getCopyOfContextMap();
          return Thread.ofVirtual()
              .unstarted(
                  () -> {
                    // Null where the log has no such thing, as the command line's.
                    if (said != null) {
                      MDC.setContextMap(said);
                    }
                    task.run();
                  });
        });
  }
}
