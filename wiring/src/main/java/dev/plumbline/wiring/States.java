package dev.plumbline.wiring;

import dev.plumbline.engine.config.Settings;
import dev.plumbline.live.aws.AwsClients;
import dev.plumbline.live.aws.CallCounter;
import dev.plumbline.publish.escape.Plain;
import dev.plumbline.state.StateException.Code;
import dev.plumbline.state.StateSource;
import dev.plumbline.state.source.LocalState;
import dev.plumbline.state.source.S3Lock;
import dev.plumbline.state.source.S3State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Opens states by the URI a user writes: a path, or {@code s3://bucket/key}. Thread-safe. */
public final class States {

  private static final Logger LOG = LoggerFactory.getLogger(States.class);

  private static final Pattern S3 = Pattern.compile("s3://([^/]+)/(.+)");
  private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*)://.*");

  private final Connection connection;
  private final SdkHttpClient http;
  private final Map<Optional<String>, AwsClients> byRole = new ConcurrentHashMap<>();

  States(Connection connection, SdkHttpClient http) {
    this.connection = connection;
    this.http = http;
  }

  /**
   * Opens a state; nothing is read yet. A kind that is not read answers a source that says so when
   * it is read.
   *
   * @param lock what its backend locks with; empty where nobody told
   * @param role the role to read it with, empty for the process's own credentials
   */
  public StateSource open(String uri, Optional<Settings.Lock> lock, Optional<String> role) {
    Matcher s3 = S3.matcher(uri);
    if (s3.matches()) {
      StateSource state = new S3State(s3(role), s3.group(1), s3.group(2), lock(lock, role));
      return lock.isPresent() ? state : new UnknownLock(state);
    }
    Matcher scheme = SCHEME.matcher(uri);
    if (scheme.matches()) {
      return new UnreadableState(
          uri,
          Code.UNSUPPORTED_SOURCE,
          "states of the kind %s:// are not read yet: %s".formatted(scheme.group(1), uri),
          "Name a file or s3://bucket/key.");
    }
    return new LocalState(Path.of(uri));
  }

  /** What lies in a bucket below a prefix. */
  List<S3Object> objects(String bucket, String prefix, Optional<String> role) {
    return s3(role)
        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
        .contents()
        .stream()
        .toList();
  }

  /**
   * How large a state is, in bytes, by what its bucket lists: it is not read. 0 where that is not
   * told.
   */
  long size(String uri, Optional<String> role) {
    Matcher s3 = S3.matcher(uri);
    if (!s3.matches()) {
      return 0;
    }
    try {
      return s3(role)
          .listObjectsV2(request -> request.bucket(s3.group(1)).prefix(s3.group(2)).maxKeys(1))
          .contents()
          .stream()
          .filter(object -> object.key().equals(s3.group(2)))
          .mapToLong(S3Object::size)
          .findFirst()
          .orElse(0);
    } catch (SdkException untold) {
      LOG.warn("The size of {} is not known: {}", Plain.line(uri), AwsFailure.why(untold));
      return 0;
    }
  }

  private S3Lock lock(Optional<Settings.Lock> lock, Optional<String> role) {
    return lock.<S3Lock>map(
            known ->
                switch (known) {
                  case Settings.Lock.S3() -> S3Lock.LockFile.LOCK_FILE;
                  case Settings.Lock.DynamoDb(var table) ->
                      new S3Lock.DynamoDb(dynamoDb(role), table);
                })
        .orElse(S3Lock.LockFile.LOCK_FILE);
  }

  private AwsCredentialsProvider credentials(Optional<String> role) {
    return role.<AwsCredentialsProvider>map(
            arn ->
                StsAssumeRoleCredentialsProvider.builder()
                    .stsClient(sts())
                    .refreshRequest(r -> r.roleArn(arn).roleSessionName("plumbline-state"))
                    .build())
        .orElse(connection.credentials());
  }

  private StsClient sts() {
    return clients(connection.credentials()).client(StsClient.class, StsClient::builder);
  }

  private S3Client s3(Optional<String> role) {
    boolean emulated = connection.endpoint().isPresent();
    return clients(role)
        .client(
            S3Client.class,
            () -> S3Client.builder().crossRegionAccessEnabled(!emulated).forcePathStyle(emulated));
  }

  private DynamoDbClient dynamoDb(Optional<String> role) {
    return clients(role).client(DynamoDbClient.class, DynamoDbClient::builder);
  }

  /** A role is assumed once, however many states are looked at with it. */
  private AwsClients clients(Optional<String> role) {
    return byRole.computeIfAbsent(role, each -> clients(credentials(each)));
  }

  private AwsClients clients(AwsCredentialsProvider credentials) {
    return new AwsClients(
        credentials, connection.region(), connection.endpoint(), http, new CallCounter());
  }
}
