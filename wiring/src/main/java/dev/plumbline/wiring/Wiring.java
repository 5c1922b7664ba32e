package dev.plumbline.wiring;

import dev.plumbline.engine.Observe;
import dev.plumbline.live.aws.AwsAccounts;
import dev.plumbline.live.aws.AwsObserver;
import dev.plumbline.live.aws.AwsTypes;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The objects of a running scan, put together once and closed together. Thread-safe. */
public final class Wiring implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(10);

  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build();
  private final AwsTypes types = new AwsTypes();
  private final Observe observe;
  private final States states;

  /**
   * @param connection how AWS is reached
   * @param roles the role to read an account with, by account id
   */
  public Wiring(Connection connection, Map<String, AwsAccounts.Role> roles) {
    this.observe =
        new AwsObserver(
            types,
            new AwsAccounts(
                connection.credentials(), connection.endpoint(), http, connection.region(), roles));
    this.states = new States(connection, http);
  }

  /** The port to live resources. */
  public Observe observe() {
    return observe;
  }

  /** What is known of resource types. */
  public AwsTypes types() {
    return types;
  }

  /** Opens states by their URI. */
  public States states() {
    return states;
  }

  @Override
  public void close() {
    http.close();
  }
}
