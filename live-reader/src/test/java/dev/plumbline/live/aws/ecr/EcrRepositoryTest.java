package dev.plumbline.live.aws.ecr;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.Completeness.found;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.FakeScope;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EncryptionType;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.Repository;

final class EcrRepositoryTest {

  private final FakeEcr ecr = new FakeEcr();

  @Test
  void reads_a_repository_under_terraforms_own_names() {
    ecr.repositories.add(
        Repository.builder()
            .repositoryName("farm/render")
            .repositoryArn("arn:aws:ecr:us-east-1:123456789012:repository/farm/render")
            .repositoryUri("123456789012.dkr.ecr.us-east-1.amazonaws.com/farm/render")
            .registryId("123456789012")
            .imageTagMutability(ImageTagMutability.IMMUTABLE)
            .imageScanningConfiguration(s -> s.scanOnPush(true))
            .encryptionConfiguration(e -> e.encryptionType(EncryptionType.KMS).kmsKey("arn:key"))
            .build());

    Value.Mapping attributes = found(observe());

    assertComplete("aws_ecr_repository", attributes);
    assertThat(attributes.at("repository_url").text()).endsWith("amazonaws.com/farm/render");
    assertThat(attributes.at("image_tag_mutability")).isEqualTo(Value.of("IMMUTABLE"));
    assertThat(attributes.at("image_scanning_configuration").items().getFirst().at("scan_on_push"))
        .isEqualTo(Value.of(true));
    assertThat(attributes.at("encryption_configuration").items().getFirst().at("kms_key"))
        .isEqualTo(Value.of("arn:key"));
    assertThat(attributes.at("tags_all")).isEqualTo(Value.of(Map.of("team", Value.of("core"))));
    assertThat(FakeScope.discover(new EcrRepository(), Map.of(EcrClient.class, ecr)))
        .containsExactly("farm/render");
  }

  @Test
  void a_repository_that_the_listing_lacks_is_gone() {
    assertThat(observe()).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    ecr.failure = "AccessDeniedException";

    assertThat(observe()).isInstanceOf(Observation.Unreadable.class);
  }

  private Observation observe() {
    return FakeScope.observe(
            new EcrRepository(),
            Map.of(EcrClient.class, ecr),
            recorded("aws_ecr_repository", Map.of("id", Value.of("farm/render"))))
        .getFirst();
  }
}
