package dev.plumbline.publish.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;

/** The SDK, set so that nothing hangs, nothing is sent twice, and nothing follows a redirect. */
record SlackHttp(Slack slack) implements AutoCloseable {

  /**
   * For one piece of work; to be closed.
   *
   * @param endpoint the Web API's, with a slash at its end
   * @param limit how long one call may take
   */
  static SlackHttp open(String endpoint, Duration limit) {
    int millis = Math.toIntExact(limit.toMillis());
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(endpoint);
    config.setHttpClientCallTimeoutMillis(millis);
    config.setHttpClientReadTimeoutMillis(millis);
    config.setHttpClientWriteTimeoutMillis(millis);
    config.setStatsEnabled(false);
    config.setMethodsConfig(MethodsConfig.builder().statsEnabled(false).build());
    SlackHttpClient http =
        new SlackHttpClient(
            SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build());
    http.setConfig(config);
    return new SlackHttp(Slack.getInstance(config, http));
  }

  @Override
  public void close() throws IOException {
    try {
      slack.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("closing the connection to Slack failed", e);
    }
  }
}
