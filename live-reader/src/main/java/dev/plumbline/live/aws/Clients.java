package dev.plumbline.live.aws;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;

/** The SDK clients of one account in one region. Implementations are thread-safe. */
public interface Clients {

  /** The client of that kind, made by the builder on first use. */
  <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
      Class<C> kind, Supplier<B> builder);

  /** The endpoint that stands in for AWS's own, where there is one. */
  Optional<URI> endpoint();
}
