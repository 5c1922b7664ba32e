package dev.plumbline.tests.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Lambda's {@code Invoke} on a loopback port: an event goes to a container that is free, else to a
 * new one, as long as there are not too many; else it waits. Thread-safe.
 */
final class LambdaStandIn implements AutoCloseable {

  private static final String ROOT = "/2015-03-31/functions/";

  /** As Lambda says it of a container that ran out of memory. */
  private static final String KILLED =
      "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: 1 Error: Runtime exited with error: signal: killed\"}";

  private final HttpServer server;
  private final FunctionZip zip;
  private final List<String> jvm;
  private final Path folder;
  private final Map<String, Deployed> functions = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  /**
   * One container starts at a time: AWS's client writes its library to one place below {@code
   * /tmp}, which containers of Lambda do not share, and a JVM that loads what another is writing
   * crashes.
   */
  private final ReentrantLock starting = new ReentrantLock();

  private volatile Predicate<String> deadly = _ -> false;

  LambdaStandIn(FunctionZip zip, List<String> jvm, Path folder) throws IOException {
    this.zip = zip;
    this.jvm = jvm;
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT, this::serve);
    server.start();
  }

  /** One function, with what was asked of it. */
  final class Deployed {
    private final String handler;
    private final Map<String, String> environment;
    private final Semaphore containers;
    private final Deque<RunningFunction> free = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<RuntimeApi.Answer> answers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Path> logs = new ConcurrentLinkedQueue<>();

    private Deployed(String handler, Map<String, String> environment, int most) {
      this.handler = handler;
      this.environment = environment;
      this.containers = new Semaphore(most, true);
    }

    private RuntimeApi.Answer invoke(String event)
        throws IOException, InterruptedException, TimeoutException {
      containers.acquire();
      try {
        RunningFunction container = taken();
        RuntimeApi.Answer answer = container.invoke(event);
        answers.add(answer);
        synchronized (free) {
          free.push(container);
        }
        return answer;
      } finally {
        containers.release();
      }
    }

    private RunningFunction taken() throws IOException, InterruptedException, TimeoutException {
      synchronized (free) {
        if (!free.isEmpty()) {
          return free.pop();
        }
      }
      Path log = Files.createTempFile(folder, handler, ".log");
      logs.add(log);
      starting.lockInterruptibly();
      try {
        RunningFunction started = RunningFunction.start(zip, handler, jvm, environment, log);
        started.initialised();
        return started;
      } finally {
        starting.unlock();
      }
    }

    /** The answers so far, in the order in which they came. */
    List<RuntimeApi.Answer> answers() {
      return List.copyOf(answers);
    }

    /** How long it ran in all. */
    Duration ran() {
      return answers.stream().map(RuntimeApi.Answer::took).reduce(Duration.ZERO, Duration::plus);
    }

    /** The most memory that any of its containers took, in MiB; 0 where nobody says. */
    long peakMemory() throws IOException {
      long most = 0;
      synchronized (free) {
        for (RunningFunction container : free) {
          most = Math.max(most, container.peakMemory().orElse(0L));
        }
      }
      return most;
    }

    /** What its containers printed. */
    String log() throws IOException {
      StringBuilder all = new StringBuilder();
      for (Path log : logs) {
        all.append(Files.readString(log));
      }
      return all.toString();
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Lets containers that are given such an event end without an answer. */
  void kill(Predicate<String> event) {
    deadly = event;
  }

  /** What could not be invoked, and why. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /**
   * Deploys one.
   *
   * @param name as it is invoked
   * @param handler its class
   * @param most how many containers at once
   */
  Deployed deploy(String name, String handler, Map<String, String> environment, int most) {
    Deployed deployed = new Deployed(handler, environment, most);
    functions.put(name, deployed);
    return deployed;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring(ROOT.length()).split("/")[0];
    String event = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (deadly.test(event)) {
      exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
      answer(exchange, 200, KILLED);
      return;
    }
    try {
      RuntimeApi.Answer answer = functions.get(name).invoke(event);
      if (answer.failed()) {
        exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
      }
      answer(exchange, 200, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | IOException | RuntimeException e) {
      failures.add(name + ": " + e);
      answer(exchange, 500, "{\"message\":\"%s\"}".formatted(e.getClass().getSimpleName()));
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
    for (Deployed function : functions.values()) {
      synchronized (function.free) {
        function.free.forEach(RunningFunction::close);
      }
    }
    server.stop(0);
  }
}
