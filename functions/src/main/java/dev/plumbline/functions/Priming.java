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
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Makes a function ready before Lambda takes the snapshot that all its containers start from: what
 * every invocation loads is loaded once. It works on clients of its own, which have no credentials
 * and reach nothing, so that no key, secret or configuration of this deployment can be in the
 * snapshot; the function's own clients ask for credentials when they are first used, which is after
 * it.
 */
final class Priming implements Resource {

  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  /** The context of hooks refers to it weakly. */
  private static final Priming HOOK = new Priming();

  private static final String CONFIGURATION = "s3://none/plumbline.yaml";

  /** Has it done when there is a snapshot; without one, nothing is done. */
  static void beforeSnapshot() {
    Core.getGlobalContext().register(HOOK);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      prime(new Unreachable());
    } catch (IOException
        | GeneralSecurityException
        | SettingsException
        | ConfigurationException
        | RuntimeException e) {
      // A function that starts slowly is better than none.
      LOG.warn("Priming was left unfinished: {}", e.getClass().getSimpleName());
    }
  }

  /** What is kept may be kept: nothing was asked for. */
  @Override
  public void afterRestore(Context<? extends Resource> context) {
    LOG.debug("Restored");
  }

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
