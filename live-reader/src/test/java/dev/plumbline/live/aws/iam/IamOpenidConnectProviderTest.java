package dev.plumbline.live.aws.iam;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Meaning;
import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;

final class IamOpenidConnectProviderTest {

  private static final String ARN = "arn:aws:iam::123456789012:oidc-provider/ci.example";

  private final FakeIam iam = new FakeIam();
  private final IamOpenidConnectProvider type = new IamOpenidConnectProvider();

  IamOpenidConnectProviderTest() {
    iam.providers.put(
        ARN,
        GetOpenIdConnectProviderResponse.builder()
            .url("ci.example")
            .clientIDList("sts.amazonaws.com")
            .thumbprintList("aa", "bb")
            .tags(FakeIam.tag("team", "core"))
            .build());
  }

  @Test
  void reads_a_provider() {
    assertComplete(type.name(), iam.found(type, provider(ARN)));

    assertThat(iam.found(type, provider(ARN)).entries())
        .containsEntry("id", Value.of(ARN))
        .containsEntry("arn", Value.of(ARN))
        .containsEntry("url", Value.of("ci.example"))
        .containsEntry("client_id_list", Value.of(List.of(Value.of("sts.amazonaws.com"))))
        .containsEntry("thumbprint_list", Value.of(List.of(Value.of("aa"), Value.of("bb"))))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void the_order_of_thumbprints_says_nothing() {
    assertThat(type.rules().meanings()).containsEntry("thumbprint_list", Meaning.UNORDERED);
  }

  @Test
  void a_provider_that_iam_says_does_not_exist_is_gone() {
    assertThat(iam.observe(type, provider(ARN + "/other"))).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    iam.denied = "GetOpenIDConnectProvider";

    assertThat(iam.observe(type, provider(ARN))).isInstanceOf(Observation.Unreadable.class);
  }

  @Test
  void discovers_every_provider() {
    assertThat(iam.discover(type)).containsExactly(ARN);
  }

  private static RecordedResource provider(String arn) {
    return recorded("aws_iam_openid_connect_provider", Map.of("id", Value.of(arn)));
  }
}
