package dev.plumbline.cli.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer, tried again where the service is busy or cannot be reached:
 * everything that is asked carries a key or only reads, so that a repetition does nothing twice.
 */
final class Exchange {

  private static final int ATTEMPTS = 6;
  private static final int BUSY = 429;
  private static final int SERVER_ERRORS = 500;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(35);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Signing signing;
  private final Pause pause;
  private final Duration longest;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param longest how long one answer may take to come whole
   */
  Exchange(Signing signing, Pause pause, Duration longest) {
    this.signing = signing;
    this.pause = pause;
    this.longest = longest;
  }

  /** The answer, whatever its status; what stays busy is answered as such. */
  HttpResponse<byte[]> signed(String method, URI uri, Map<String, String> headers, byte[] body)
      throws RemoteException {
    return repeated(uri, () -> signing.sign(method, uri, headers, body));
  }

  /** For a link that carries its own signature. */
  HttpResponse<byte[]> unsigned(URI uri) throws RemoteException {
    return repeated(uri, () -> HttpRequest.newBuilder(uri));
  }

  private interface Attempt {
    HttpRequest.Builder request() throws RemoteException;
  }

  private HttpResponse<byte[]> repeated(URI uri, Attempt attempt) throws RemoteException {
    for (int turn = 0; ; turn++) {
      boolean last = turn == ATTEMPTS - 1;
      Duration wait = Pause.growing(turn, FIRST_PAUSE, LONGEST_PAUSE);
      try {
        HttpResponse<byte[]> answer = whole(attempt.request().timeout(ANSWER).build());
        if (last || !again(answer.statusCode())) {
          return answer;
        }
        wait = told(answer, wait);
      } catch (IOException failed) {
        if (last) {
          throw new RemoteException(
              "%s cannot be reached: %s. Check the address and the network."
                  .formatted(uri.getHost(), why(failed)),
              failed);
        }
      } catch (InterruptedException stopped) {
        throw interrupted(stopped);
      }
      rest(wait);
    }
  }

  /**
   * The client's own time-out ends with the headers, so that a body that stalls would never end.
   */
  private HttpResponse<byte[]> whole(HttpRequest request) throws IOException, InterruptedException {
    var coming = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return coming.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw new IOException(
          "the answer did not come to an end in " + longest.toSeconds() + " s", late);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
    }
  }

  private static boolean again(int status) {
    return status == BUSY || status >= SERVER_ERRORS;
  }

  /** As long as the service says, within reason. */
  private static Duration told(HttpResponse<?> answer, Duration otherwise) {
    return answer
        .headers()
        .firstValue("retry-after")
        .filter(seconds -> seconds.matches("[0-9]{1,2}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .filter(told -> told.compareTo(LONGEST_PAUSE) <= 0)
        .orElse(otherwise);
  }

  /** Not all at once where many wait: between half and the whole of it. */
  private void rest(Duration length) throws RemoteException {
    long half = length.toMillis() / 2;
    rest(pause, Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1)));
  }

  static void rest(Pause pause, Duration length) throws RemoteException {
    try {
      pause.take(length);
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static RemoteException interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new RemoteException("Stopped while waiting for the service.", stopped);
  }

  private static String why(IOException failed) {
    String said = failed.getMessage();
    return said == null ? failed.getClass().getSimpleName() : said;
  }
}
