package dev.plumbline.tests;

import dev.plumbline.cli.demo.Emulator;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;

/** SDK clients of an emulated account. */
public final class EmulatedAws {

  private EmulatedAws() {}

  /** A client in us-east-1 that gives up a call after ten seconds. */
  public static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(Emulator.ACCOUNT, "none")))
        .overrideConfiguration(
            config ->
                config.retryStrategy(RetryMode.STANDARD).apiCallTimeout(Duration.ofSeconds(10)))
        .build();
  }
}
