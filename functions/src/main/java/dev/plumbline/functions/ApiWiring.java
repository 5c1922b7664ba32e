package dev.plumbline.functions;

import dev.plumbline.functions.api.Api;
import dev.plumbline.functions.api.IamIdentityCenter;
import dev.plumbline.functions.api.Ports;
import dev.plumbline.functions.api.S3Reports;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.settings.ServiceEnvironment;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.RequestStore;
import dev.plumbline.wiring.store.Store;
import dev.plumbline.wiring.store.TableClient;
import dev.plumbline.wiring.work.WorkQueue;
import java.time.InstantSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Puts together what the API needs, once per container. */
final class ApiWiring {

  private final Connection connection;
  private final SdkHttpClient http;

  ApiWiring(Connection connection, SdkHttpClient http) {
    this.connection = connection;
    this.http = http;
  }

  /**
   * The API.
   *
   * @param queue takes what is not done while somebody waits
   * @throws SettingsException where no table is named
   */
  Api api(ServiceEnvironment environment, WorkQueue queue) throws SettingsException {
    String table =
        environment
            .tableName()
            .orElseThrow(
                () ->
                    new SettingsException(
                        "The API has no store: TABLE_NAME is not set",
                        "Set it to the table's name, or deploy it with the CDK app, which does."));
    DynamoDbClient dynamo = TableClient.of(connection, http);
    InstantSource clock = InstantSource.system();
    Store store = Store.inTable(dynamo, table, clock);
    RequestStore requests = RequestStore.inTable(dynamo, table);
    return new Api(
        new Ports(
            store.stacks(),
            store.audit(),
            store.remediations(),
            requests.scans(),
            requests.receipts(),
            queue,
            new S3Reports(s3(), this::presigner, environment.reportBucket()),
            new IamIdentityCenter(built(IamClient.builder(), Region.of(connection.region()))),
            clock));
  }

  private S3Client s3() {
    S3ClientBuilder builder = S3Client.builder();
    connection.endpoint().ifPresent(_ -> builder.forcePathStyle(true));
    return built(builder, Region.of(connection.region()));
  }

  private S3Presigner presigner() {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .credentialsProvider(connection.credentials())
            .region(Region.of(connection.region()));
    connection
        .endpoint()
        .ifPresent(
            endpoint ->
                builder
                    .endpointOverride(endpoint)
                    .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build()));
    return builder.build();
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C built(
      B builder, Region region) {
    builder.credentialsProvider(connection.credentials()).region(region).httpClient(http);
    connection.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
