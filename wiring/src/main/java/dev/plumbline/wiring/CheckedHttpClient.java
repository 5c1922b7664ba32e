package dev.plumbline.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Says of a connection that broke while a request was sent, or that the SDK ended when its time was
 * up, that it broke. The SDK's client over URLConnection hides that in an unchecked exception,
 * which the SDK neither repeats nor takes for a failure of the service. Thread-safe.
 */
public final class CheckedHttpClient implements SdkHttpClient {

  private final SdkHttpClient http;

  CheckedHttpClient(SdkHttpClient http) {
    this.http = http;
  }

  /**
   * One over URLConnection.
   *
   * @param connect how long a connection may take
   * @param read how long an answer may be silent
   */
  public static SdkHttpClient of(Duration connect, Duration read) {
    return new CheckedHttpClient(
        UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(read).build());
  }

  /**
   * The same for an endpoint without TLS. The usual one reads all trusted certificates as it is
   * made, which takes longer than most scans' first call.
   */
  static SdkHttpClient plain(Duration connect, Duration read) {
    return new CheckedHttpClient(
        UrlConnectionHttpClient.create(uri -> connection(uri, connect, read)));
  }

  private static HttpURLConnection connection(URI uri, Duration connect, Duration read) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(Math.toIntExact(connect.toMillis()));
      connection.setReadTimeout(Math.toIntExact(read.toMillis()));
      return connection;
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Checked(http.prepareRequest(request));
  }

  private static final class Checked implements ExecutableHttpRequest {

    private final ExecutableHttpRequest request;
    private volatile boolean aborted;

    Checked(ExecutableHttpRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      try {
        return request.call();
      } catch (UncheckedIOException e) {
        throw new IOException("the connection broke", e.getCause());
      } catch (RuntimeException e) {
        // URLConnection fails in any way once another thread has disconnected it.
        if (aborted) {
          throw new IOException("the request was given up", e);
        }
        throw e;
      }
    }

    @Override
    public void abort() {
      aborted = true;
      request.abort();
    }
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
