package dev.plumbline.functions;

import dev.plumbline.engine.config.ConfigurationException;
import dev.plumbline.live.ResourceTypes;
import dev.plumbline.wiring.Connection;
import dev.plumbline.wiring.settings.ConfigurationLocation;
import dev.plumbline.wiring.settings.ConfigurationStore;
import dev.plumbline.wiring.settings.Secrets;
import dev.plumbline.wiring.settings.SettingsException;
import dev.plumbline.wiring.store.Store;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Goes through what every invocation loads, on clients of its own, which have no credentials and
 * reach nothing; the function's own clients ask for credentials when they are first used, which is
 * after the snapshot.
 */
final class Priming {

  private static final String CONFIGURATION = "s3://none/plumbline.yaml";

  private Priming() {}

  static void prime(Unreachable nowhere)
      throws IOException, GeneralSecurityException, SettingsException, ConfigurationException {
    AwsClients aws =
        new AwsClients(
            new Connection(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")),
                "us-east-1",
                Optional.empty()),
            nowhere);
    new Secrets(aws::secretsManager, InstantSource.system()).value("none");
    Store.inTable(aws.dynamoDb(), "none", InstantSource.system()).stacks().find("none");
    ConfigurationLocation location = ConfigurationLocation.parse(CONFIGURATION).orElseThrow();
    new ConfigurationStore(aws::s3, aws::ssm).load(location);
    aws.sqs().getQueueUrl(request -> request.queueName("none"));
    ResourceTypes.aws();
    // Its list of authorities takes a while to read.
    SSLContext.getDefault();
  }
}
