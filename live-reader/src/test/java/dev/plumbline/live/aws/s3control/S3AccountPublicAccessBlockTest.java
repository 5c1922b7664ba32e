package dev.plumbline.live.aws.s3control;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.error;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;

final class S3AccountPublicAccessBlockTest {

  private static final String ACCOUNT = "123456789012";

  private final FakeS3Control s3 = new FakeS3Control();

  @Test
  void reads_what_the_account_blocks() {
    Value.Mapping attributes = found(observe());

    assertComplete("aws_s3_account_public_access_block", attributes);
    assertThat(attributes.at("id")).isEqualTo(Value.of(ACCOUNT));
    assertThat(attributes.at("account_id")).isEqualTo(Value.of(ACCOUNT));
    assertThat(attributes.at("block_public_acls")).isEqualTo(Value.of(true));
    assertThat(attributes.at("restrict_public_buckets")).isEqualTo(Value.of(false));
  }

  @Test
  void is_gone_where_the_account_has_none() {
    s3.failure = "NoSuchPublicAccessBlockConfiguration";

    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    s3.failure = "AccessDenied";

    assertThat(observe())
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            unreadable ->
                assertThat(unreadable.action()).isEqualTo("s3:GetAccountPublicAccessBlock"));
  }

  @Test
  void one_that_blocks_nothing_is_not_discovered() {
    assertThat(discovered()).containsExactly(ACCOUNT);

    s3.blocks = false;
    assertThat(discovered()).isEmpty();
  }

  private java.util.List<String> discovered() {
    return FakeScope.discover(new S3AccountPublicAccessBlock(), Map.of(S3ControlClient.class, s3));
  }

  private Observation observe() {
    return FakeScope.observe(
            new S3AccountPublicAccessBlock(),
            Map.of(S3ControlClient.class, s3),
            recorded("aws_s3_account_public_access_block", Map.of("id", Value.of(ACCOUNT))))
        .getFirst();
  }

  private static final class FakeS3Control implements S3ControlClient {
    private String failure = "";
    private boolean blocks = true;

    @Override
    public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
      if (!failure.isEmpty()) {
        throw error(failure, failure.startsWith("Access") ? 403 : 404);
      }
      return GetPublicAccessBlockResponse.builder()
          .publicAccessBlockConfiguration(
              c ->
                  c.blockPublicAcls(blocks)
                      .blockPublicPolicy(false)
                      .ignorePublicAcls(false)
                      .restrictPublicBuckets(false))
          .build();
    }

    @Override
    public String serviceName() {
      return "s3control";
    }

    @Override
    public void close() {}
  }
}
