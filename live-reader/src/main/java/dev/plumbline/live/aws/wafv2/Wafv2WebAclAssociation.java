package dev.plumbline.live.aws.wafv2;

import dev.plumbline.engine.Observation;
import dev.plumbline.live.aws.AwsScope;
import dev.plumbline.live.aws.Batch;
import dev.plumbline.live.aws.ResourceType;
import dev.plumbline.state.RecordedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.wafv2.model.GetWebAclForResourceResponse;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/**
 * {@code aws_wafv2_web_acl_association}; its id is {@code web-acl-arn,resource-arn}. WAF tells the
 * web ACL of a resource, not the resources of every web ACL.
 */
public final class Wafv2WebAclAssociation implements ResourceType {

  private static final String GET = "wafv2:GetWebACLForResource";

  @Override
  public String name() {
    return "aws_wafv2_web_acl_association";
  }

  @Override
  public SortedSet<String> actions() {
    return new TreeSet<>(Set.of(GET));
  }

  @Override
  public Optional<Parent> parent() {
    return Optional.of(new Parent("aws_wafv2_web_acl", "arn", "web_acl_arn"));
  }

  @Override
  public List<Observation> observe(Batch batch) {
    return batch.each(association -> observe(batch, association));
  }

  private static Observation observe(Batch batch, RecordedResource recorded) {
    AwsScope scope = batch.scope();
    String resource = recorded.id().substring(recorded.id().indexOf(',') + 1);
    Optional<WebACL> acl =
        scope
            .find(
                GET,
                Firewall.NOT_FOUND,
                () -> Firewall.client(scope).getWebACLForResource(r -> r.resourceArn(resource)))
            .map(GetWebAclForResourceResponse::webACL);
    return acl.<Observation>map(
            found ->
                batch
                    .attributes()
                    .put("id", recorded.id())
                    .put("resource_arn", resource)
                    .put("web_acl_arn", found.arn())
                    .found())
        .orElseGet(() -> new Observation.Gone(GET + " says that the resource has no web ACL"));
  }
}
