package dev.plumbline.live.aws.wafv2;

import static dev.plumbline.live.aws.Completeness.assertComplete;
import static dev.plumbline.live.aws.FakeScope.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Observation;
import dev.plumbline.state.RecordedResource;
import dev.plumbline.state.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.wafv2.model.WebACL;

final class Wafv2WebAclAssociationTest {

  private static final String ACL =
      "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/doors/d916bd27";
  private static final String DOOR =
      "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/front/50dc6c495c0c9188";

  private final FakeWaf waf = new FakeWaf();
  private final Wafv2WebAclAssociation type = new Wafv2WebAclAssociation();

  @Test
  void reads_which_web_acl_guards_the_resource() {
    waf.guarded.put(DOOR, WebACL.builder().arn(ACL + "-other").build());

    assertComplete(type.name(), waf.found(type, association()));
    assertThat(waf.found(type, association()).entries())
        .containsEntry("id", Value.of(ACL + "," + DOOR))
        .containsEntry("resource_arn", Value.of(DOOR))
        .containsEntry("web_acl_arn", Value.of(ACL + "-other"));
  }

  @Test
  void a_resource_that_no_web_acl_guards_has_no_association() {
    assertThat(waf.observe(type, association())).isInstanceOf(Observation.Gone.class);
  }

  @Test
  void access_denied_is_unreadable_never_gone() {
    waf.denied = "GetWebACLForResource";

    assertThat(waf.observe(type, association())).isInstanceOf(Observation.Unreadable.class);
  }

  private static RecordedResource association() {
    return recorded("aws_wafv2_web_acl_association", Map.of("id", Value.of(ACL + "," + DOOR)));
  }
}
