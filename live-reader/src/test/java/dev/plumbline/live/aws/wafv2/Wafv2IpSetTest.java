package dev.plumbline.live.aws.wafv2;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.wafv2.model.IPSet;

final class Wafv2IpSetTest {

  private static final String ARN =
      "arn:aws:wafv2:us-east-1:123456789012:regional/ipset/blocked/a6891f3d";

  private final FakeWaf waf = new FakeWaf();
  private final Wafv2IpSet type = new Wafv2IpSet();

  Wafv2IpSetTest() {
    waf.sets.put(
        "a6891f3d/blocked/REGIONAL",
        IPSet.builder()
            .id("a6891f3d")
            .name("blocked")
            .arn(ARN)
            .description("Who may not enter")
            .ipAddressVersion("IPV4")
            .addresses("198.51.100.0/24")
            .build());
  }

  @Test
  void reads_a_set() {
    assertComplete(type.name(), waf.found(type, set("a6891f3d", "REGIONAL")));

    assertThat(waf.found(type, set("a6891f3d", "REGIONAL")).entries())
        .containsEntry("id", Value.of("a6891f3d"))
        .containsEntry("arn", Value.of(ARN))
        .containsEntry("scope", Value.of("REGIONAL"))
        .containsEntry("description", Value.of("Who may not enter"))
        .containsEntry("ip_address_version", Value.of("IPV4"))
        .containsEntry("addresses", Value.of(List.of(Value.of("198.51.100.0/24"))))
        .containsEntry("tags_all", Value.of(Map.of("team", Value.of("core"))));
  }

  @Test
  void the_lock_token_moves_with_every_change_and_is_none_itself() {
    assertThat(type.rules().meanings()).containsEntry("lock_token", Meaning.VOLATILE);
  }

  @Test
  void a_set_that_waf_says_does_not_exist_is_gone() {
    assertThat(waf.observe(type, set("other", "REGIONAL"))).isInstanceOf(Observation.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GetIPSet", "ListTagsForResource"})
  void access_denied_is_unreadable_never_gone(String operation) {
    waf.denied = operation;

    assertThat(waf.observe(type, set("a6891f3d", "REGIONAL")))
        .isInstanceOfSatisfying(
            Observation.Unreadable.class,
            it -> assertThat(it.action()).isEqualTo("wafv2:" + operation));
  }

  @Test
  void discovers_by_what_an_import_takes_page_by_page() {
    waf.sets.put("b/more/REGIONAL", IPSet.builder().id("b").name("more").build());

    assertThat(waf.discover(type))
        .containsExactlyInAnyOrder("a6891f3d/blocked/REGIONAL", "b/more/REGIONAL");
    assertThat(type.importIds(set("a6891f3d", "REGIONAL")))
        .containsExactly("a6891f3d/blocked/REGIONAL");
  }

  private static RecordedResource set(String id, String scope) {
    return recorded(
        "aws_wafv2_ip_set",
        Map.of("id", Value.of(id), "name", Value.of("blocked"), "scope", Value.of(scope)));
  }
}
