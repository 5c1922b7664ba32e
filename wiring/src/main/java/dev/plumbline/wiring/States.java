package dev.plumbline.wiring;

import dev.plumbline.state.StateException;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateSource;
import dev.plumbline.state.source.LocalState;
import dev.plumbline.state.source.S3Lock;
import dev.plumbline.state.source.S3State;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Opens a state by the URI a user writes: a path, or {@code s3://bucket/key}. Thread-safe. */
public final class States {

  private static final Pattern S3 = Pattern.compile("s3://([^/]+)/(.+)");
  private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*)://.*");

  private final Connection connection;
  private final SdkHttpClient http;

  States(Connection connection, SdkHttpClient http) {
    this.connection = connection;
    this.http = http;
  }

  /** Where a state's lock is looked for. */
  public sealed interface LockPlace {
    /** Beside the state, {@code .tflock}. */
    record Beside() implements LockPlace {}

    /** In a DynamoDB table. */
    record Table(String name) implements LockPlace {}
  }

  /**
   * Opens the state; nothing is read yet.
   *
   * @param role the credentials to read it with, empty for the process's own
   * @throws StateException where that kind of state is not read yet
   */
  public StateSource open(String uri, LockPlace lock, Optional<AwsCredentialsProvider> role)
      throws StateException {
    Matcher s3 = S3.matcher(uri);
    if (s3.matches()) {
      AwsCredentialsProvider credentials = role.orElse(connection.credentials());
      return new S3State(s3(credentials), s3.group(1), s3.group(2), lock(lock, credentials));
    }
    Matcher scheme = SCHEME.matcher(uri);
    if (scheme.matches()) {
      throw new StateException(
          Code.UNSUPPORTED_SOURCE,
          "states of the kind %s:// are not read yet: %s".formatted(scheme.group(1), uri),
          "Name a file or s3://bucket/key.");
    }
    return new LocalState(Path.of(uri));
  }

  private S3Lock lock(LockPlace lock, AwsCredentialsProvider credentials) {
    return switch (lock) {
      case LockPlace.Beside() -> S3Lock.LockFile.LOCK_FILE;
      case LockPlace.Table(var name) -> new S3Lock.DynamoDb(dynamoDb(credentials), name);
    };
  }

  private S3Client s3(AwsCredentialsProvider credentials) {
    S3ClientBuilder builder =
        S3Client.builder()
            .credentialsProvider(credentials)
            .region(Region.of(connection.region()))
            .crossRegionAccessEnabled(connection.endpoint().isEmpty())
            .httpClient(http);
    connection.endpoint().ifPresent(url -> builder.endpointOverride(url).forcePathStyle(true));
    return builder.build();
  }

  private DynamoDbClient dynamoDb(AwsCredentialsProvider credentials) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .credentialsProvider(credentials)
            .region(Region.of(connection.region()))
            .httpClient(http);
    connection.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
