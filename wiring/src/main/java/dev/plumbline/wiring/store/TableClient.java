package dev.plumbline.wiring.store;

import dev.plumbline.wiring.CheckedHttpClient;
import dev.plumbline.wiring.Connection;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Clients for the table. */
public final class TableClient {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(10);

  private TableClient() {}

  /** A client with an HTTP client of its own, which is closed with it. */
  public static DynamoDbClient of(Connection connection) {
    return builder(connection).httpClientBuilder(_ -> CheckedHttpClient.of(CONNECT, READ)).build();
  }

  /** A client over that HTTP client, which stays the caller's. */
  public static DynamoDbClient of(Connection connection, SdkHttpClient http) {
    return builder(connection).httpClient(http).build();
  }

  private static DynamoDbClientBuilder builder(Connection connection) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .credentialsProvider(connection.credentials())
            .region(Region.of(connection.region()));
    connection.endpoint().ifPresent(builder::endpointOverride);
    return builder;
  }
}
