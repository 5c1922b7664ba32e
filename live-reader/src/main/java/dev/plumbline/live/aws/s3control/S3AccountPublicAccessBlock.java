package dev.plumbline.live.aws.s3control;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/**
 * {@code aws_s3_account_public_access_block}, named by its account, which has one or none for all
 * regions.
 */
public final class S3AccountPublicAccessBlock implements ResourceType {

  private static final String READ = "s3:GetAccountPublicAccessBlock";
  private static final Set<String> NONE = Set.of("NoSuchPublicAccessBlockConfiguration");

  @Override
  public String name() {
    return "aws_s3_account_public_access_block";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(READ));
  }

  @Override
  public boolean global() {
    return true;
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(
        recorded ->
            block(batch.scope(), recorded.id())
                .<Observation>map(
                    block ->
                        batch
                            .attributes()
                            .from(block)
                            .put("id", recorded.id())
                            .put("account_id", recorded.id())
                            .found())
                .orElseGet(() -> new Observation.Gone(READ + " says that the account has none")));
  }

  private static Optional<PublicAccessBlockConfiguration> block(AwsScope scope, String account) {
    return scope.shared(
        READ + "/" + account,
        () ->
            scope
                .find(
                    READ,
                    NONE,
                    () ->
                        scope
                            .client(
                                S3ControlClient.class, () -> builder(scope.endpointOverridden()))
                            .getPublicAccessBlock(r -> r.accountId(account)))
                .map(GetPublicAccessBlockResponse::publicAccessBlockConfiguration));
  }

  /** The host name begins with the account; one that stands in for AWS is not called so. */
  private static S3ControlClientBuilder builder(boolean standIn) {
    S3ControlClientBuilder builder = S3ControlClient.builder();
    return standIn
        ? builder.endpointProvider(
            asked ->
                CompletableFuture.completedFuture(
                    Endpoint.builder().url(URI.create(asked.endpoint())).build()))
        : builder;
  }

  /** One that blocks nothing is as good as none. */
  @Override
  public List<String> discover(AwsScope scope) {
    return block(scope, scope.account())
        .filter(
            block ->
                List.of(
                        block.blockPublicAcls(),
                        block.blockPublicPolicy(),
                        block.ignorePublicAcls(),
                        block.restrictPublicBuckets())
                    .contains(true))
        .map(_ -> List.of(scope.account()))
        .orElse(List.of());
  }
}
