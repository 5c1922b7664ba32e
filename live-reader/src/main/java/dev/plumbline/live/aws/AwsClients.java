package dev.plumbline.live.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * SDK clients of one account in one region, each made on first use. All of them share one HTTP
 * client. Thread-safe.
 */
public final class AwsClients implements Clients {

  /** One attempt; a hanging endpoint costs no more than this before it is tried again. */
  private static final Duration ATTEMPT = Duration.ofSeconds(20);

  /** One call with all its attempts. */
  private static final Duration CALL = Duration.ofSeconds(60);

  /** Ends what takes too long. Of its own, each client would have five threads for it. */
  private static final ScheduledExecutorService TIMES = times();

  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final Optional<URI> endpoint;
  private final SdkHttpClient http;
  private final ThrottleCounter throttles;
  private final List<ExecutionInterceptor> interceptors;
  private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();

  public AwsClients(
      AwsCredentialsProvider credentials,
      String region,
      Optional<URI> endpoint,
      SdkHttpClient http,
      ExecutionInterceptor... interceptors) {
    this(credentials, region, endpoint, http, new ThrottleCounter(), interceptors);
  }

  /**
   * @param throttles is told of every answer
   */
  AwsClients(
      AwsCredentialsProvider credentials,
      String region,
      Optional<URI> endpoint,
      SdkHttpClient http,
      ThrottleCounter throttles,
      ExecutionInterceptor... interceptors) {
    this.credentials = credentials;
    this.region = Region.of(region);
    this.endpoint = endpoint;
    this.http = http;
    this.throttles = throttles;
    this.interceptors = List.of(interceptors);
  }

  @Override
  public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
      Class<C> kind, Supplier<B> builder) {
    return kind.cast(clients.computeIfAbsent(kind, _ -> configured(builder.get())));
  }

  @Override
  public Optional<URI> endpoint() {
    return endpoint;
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C configured(
      B builder) {
    ClientOverrideConfiguration.Builder configuration = builder.overrideConfiguration().toBuilder();
    interceptors.forEach(configuration::addExecutionInterceptor);
    builder
        .credentialsProvider(credentials)
        .region(region)
        .httpClient(http)
        .overrideConfiguration(
            configuration
                .addMetricPublisher(throttles)
                .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy())
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .scheduledExecutorService(TIMES)
                .build());
    endpoint.ifPresent(
        other -> {
          builder.endpointOverride(other);
          speakJson();
        });
    return builder.build();
  }

  private static ScheduledExecutorService times() {
    var times = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
    // The end of a call that was answered must not keep its answer until then.
    times.setRemoveOnCancelPolicy(true);
    return times;
  }

  /**
   * What stands in for AWS need not know CBOR, which the SDK speaks to Kinesis; JSON is known to
   * both. The SDK takes this from nowhere but the system property.
   */
  private static void speakJson() {
    System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
  }
}
